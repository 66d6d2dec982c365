package dev.ariadne.connector.mirai;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import dev.ariadne.CallEffect;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * The commands of one account that are made by HTTP, each as a request of its own. So many are made at a time; others
 * wait for their turn.
 */
final class HttpCommands {

    /** Each takes a connection of its own. */
    static final int MAX_AT_A_TIME = 64;

    private final String account;

    private final HttpSession session;

    private final Consumer<Throwable> failed;

    // Guards all that follows.
    private final ReentrantLock lock = new ReentrantLock();

    private final Set<HttpCall<?>> begun = new LinkedHashSet<>();

    private final Set<HttpCall<?>> waiting = new LinkedHashSet<>();

    private @Nullable Throwable end;

    /**
     * Creates what makes commands.
     *
     * @param account the name of the account
     * @param session the session to use
     * @param failed told, after the command, why its request failed
     */
    HttpCommands(String account, HttpSession session, Consumer<Throwable> failed) {
        this.account = account;
        this.session = session;
        this.failed = failed;
    }

    /**
     * Makes a command. Returns at once. The future fails with a {@link dev.ariadne.CallFailedException} only. To cancel
     * it ends the request; one that has not begun is not made.
     */
    <R> CompletableFuture<R> send(Command<R> command) {
        HttpCall<R> call = new HttpCall<>(this.account, command);
        Throwable ended;
        boolean begins;
        this.lock.lock();
        try {
            ended = this.end;
            begins = ended == null && this.begun.size() < MAX_AT_A_TIME;
            if (ended == null) {
                (begins ? this.begun : this.waiting).add(call);
            }
        }
        finally {
            this.lock.unlock();
        }
        if (ended != null) {
            call.lost(CallEffect.NONE, ended);
        }
        else {
            call.future().whenComplete((result, failure) -> completed(call));
        }
        if (begins) {
            begin(call);
        }
        return call.future();
    }

    private void begin(HttpCall<?> call) {
        CompletableFuture<JsonFields> request = this.session.send(call.command());
        request.whenComplete((answer, failure) -> {
            if (answer != null) {
                call.answer(answer);
            }
            else if (failure != null) {
                call.fail(failure);
                this.failed.accept(Causes.unwrap(failure));
            }
        });
        call.future().whenComplete((result, failure) -> request.cancel(true));
    }

    private void completed(HttpCall<?> call) {
        HttpCall<?> next = null;
        this.lock.lock();
        try {
            this.waiting.remove(call);
            if (this.begun.remove(call)) {
                next = takeWaiting();
            }
        }
        finally {
            this.lock.unlock();
        }
        if (next != null) {
            begin(next);
        }
    }

    private @Nullable HttpCall<?> takeWaiting() {
        Iterator<HttpCall<?>> oldest = this.waiting.iterator();
        if (!oldest.hasNext()) {
            return null;
        }
        HttpCall<?> call = oldest.next();
        oldest.remove();
        this.begun.add(call);
        return call;
    }

    /** Fails all commands, and those that will be made. */
    void end(Throwable cause) {
        List<HttpCall<?>> lost;
        List<HttpCall<?>> unsent;
        this.lock.lock();
        try {
            this.end = cause;
            lost = new ArrayList<>(this.begun);
            unsent = new ArrayList<>(this.waiting);
            this.waiting.clear();
            this.begun.clear();
        }
        finally {
            this.lock.unlock();
        }
        lost.forEach((call) -> call.lost(CallEffect.UNKNOWN, cause));
        unsent.forEach((call) -> call.lost(CallEffect.NONE, cause));
    }

}
