package dev.ariadne.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.ariadne.Ariadne;
import dev.ariadne.event.AccountLaunchedEvent;
import dev.ariadne.event.AccountOfflineEvent;
import dev.ariadne.event.AccountOnlineEvent;
import dev.ariadne.event.AccountShutdownEvent;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.model.Threads;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Listens to one account, and lives along with it: makes sure that it is told things in an order that makes sense.
 */
final class PlayListener implements ApplicationEventPublisher, AccountCompanion {

    private Runnable inside = () -> {
    };

    private boolean online;

    private boolean launched;

    private boolean companionLaunched;

    private boolean companionOnline;

    private int launches;

    private int shutdowns;

    /** What a listener has thrown is only logged. */
    private String wrong = "";

    /** Says what happens while the next event is listened to. */
    void inside(Runnable action) {
        this.inside = action;
    }

    @Override
    public synchronized void publishEvent(Object event) {
        note(event);
        Runnable action = this.inside;
        this.inside = () -> {
        };
        action.run();
    }

    private void note(Object event) {
        if (event instanceof AccountOnlineEvent) {
            expect(!this.online, "it is online twice");
            this.online = true;
        }
        else if (event instanceof AccountOfflineEvent) {
            expect(this.online, "it is offline without having been online");
            this.online = false;
        }
        else if (event instanceof AccountLaunchedEvent) {
            expect(this.online && !this.launched, "it is launched twice, or without being online");
            this.launched = true;
            this.launches++;
        }
        else if (event instanceof AccountShutdownEvent) {
            expect(this.launched, "it is shut down without having been launched");
            this.launched = false;
            this.shutdowns++;
        }
        else if (event instanceof ReceivedEvent) {
            expect(this.launched, "an event is delivered before the launch or after the shutdown");
        }
    }

    private void expect(boolean condition, String otherwise) {
        if (!condition && this.wrong.isEmpty()) {
            this.wrong = otherwise;
        }
    }

    /** Fails if anything was told that makes no sense. */
    synchronized void check() {
        Threads.require(this.wrong.isEmpty(), this.wrong);
    }

    /** Fails if anything is still to be told of an account that is no more. */
    synchronized void checkEnd() {
        check();
        Threads.require(this.launches == this.shutdowns,
                this.launches + " launches and " + this.shutdowns + " shutdowns");
        Threads.require(!this.online, "it has never become offline");
        Threads.require(!this.companionLaunched, "the companion is never stopped");
    }

    @Override
    public synchronized void launched(Ariadne ariadne) {
        expect(this.launched && !this.companionLaunched, "the companion is launched twice, or without the account");
        this.companionLaunched = true;
    }

    @Override
    public synchronized void online(Ariadne ariadne) {
        expect(this.companionLaunched && !this.companionOnline, "the companion is online twice, or before the launch");
        this.companionOnline = true;
    }

    @Override
    public synchronized void offline(Ariadne ariadne) {
        expect(this.companionOnline, "the companion is offline without having been online");
        this.companionOnline = false;
    }

    @Override
    public synchronized CompletionStage<?> stop(Ariadne ariadne) {
        this.companionLaunched = false;
        this.companionOnline = false;
        return CompletableFuture.completedFuture(null);
    }

}
