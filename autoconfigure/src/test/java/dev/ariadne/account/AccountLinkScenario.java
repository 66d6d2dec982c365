package dev.ariadne.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.ariadne.event.Conversation;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.json.Json;
import dev.ariadne.model.Threads;

/**
 * An account is started and called, its connection comes, brings an event and is lost, the time of the next attempt
 * comes, and the account is stopped, all at the same time: it is as it has to be, and nothing is left of it in the end.
 */
public final class AccountLinkScenario implements Runnable {

    @Override
    public void run() {
        new Play().play();
    }

    private static final class Play {

        private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

        private final AccountPlay play = new AccountPlay(this::onNewThread, false);

        private int attempts;

        void play() {
            this.play.connector.script(this::connect);
            Threads.runTogether(() -> {
                this.play.start();
                this.play.call();
            }, this.play.scheduler::retry, this.play::stop);
            joinAll();
            // It has been started last, perhaps.
            this.play.check(true);
            this.play.stop();
            joinAll();
            this.play.checkEnd();
        }

        private void joinAll() {
            for (int i = 0; i < this.threads.size(); i++) {
                Threads.join(this.threads.get(i));
            }
        }

        private void onNewThread(Runnable action) {
            Thread thread = new Thread(action);
            this.threads.add(thread);
            thread.start();
        }

        private void connect(PlayConnector.Attempt attempt) {
            boolean first = this.attempts++ == 0;
            attempt.closeAtOnce();
            onNewThread(() -> {
                attempt.succeed();
                if (first && attempt.isOpen()) {
                    attempt.listener().received(
                            new UnknownEvent(this.play.account, Conversation.group(1), "event", Json.object()));
                    attempt.lose();
                }
            });
        }

    }

}
