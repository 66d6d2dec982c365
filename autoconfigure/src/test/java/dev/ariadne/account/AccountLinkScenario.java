package dev.ariadne.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import dev.ariadne.AccountStatus;
import dev.ariadne.connector.Connection;
import dev.ariadne.model.Threads;
import org.jspecify.annotations.Nullable;

/**
 * The link of an account, of which two things are asked at the same time: it does not matter which comes first. What
 * it hands on to other threads is done before and after that, and only two things happen at once, since the model
 * checker would try too few of the ways in which more can.
 */
public final class AccountLinkScenario {

    private AccountLinkScenario() {
    }

    /** The connection comes, and the account is stopped. */
    public static final class Stop implements Runnable {

        @Override
        public void run() {
            Play play = new Play();
            Threads.runTogether(play.attempt::succeed, play::stop);
            play.checkEnd();
        }

    }

    /** The connection is lost, and the account is stopped. */
    public static final class Loss implements Runnable {

        @Override
        public void run() {
            Play play = new Play();
            play.attempt.succeed();
            Threads.runTogether(play.attempt::lose, play::stop);
            play.checkEnd();
        }

    }

    /** The connection comes, and a call waits for it. */
    public static final class Wait implements Runnable {

        @Override
        public void run() {
            Play play = new Play();
            Threads.runTogether(play.attempt::succeed, play::call);
            play.runTasks();
            Threads.require(play.isCallDone(), "the call waits though there is a connection");
            play.stop();
            play.checkEnd();
        }

    }

    private static final class Play {

        private final List<Runnable> tasks = new ArrayList<>();

        private final AccountPlay around = new AccountPlay(this::add, false);

        private final AccountLink link = new AccountLink(this.around.account, PlayConnector.SETTINGS,
                this.around.connector, this.around.session());

        private final PlayConnector.Attempt attempt;

        private @Nullable CompletableFuture<Connection> call;

        Play() {
            this.link.start();
            runTasks();
            this.attempt = Objects.requireNonNull(this.around.connector.pendingAttempt());
            this.attempt.closeAtOnce();
        }

        private synchronized void add(Runnable task) {
            this.tasks.add(task);
        }

        private synchronized @Nullable Runnable next() {
            return this.tasks.isEmpty() ? null : this.tasks.remove(0);
        }

        void runTasks() {
            for (Runnable task = next(); task != null; task = next()) {
                task.run();
            }
        }

        void call() {
            this.call = this.link.connected("call", Duration.ofDays(1));
        }

        boolean isCallDone() {
            return this.call != null && this.call.isDone();
        }

        void stop() {
            this.link.stop();
            this.link.retire();
            this.link.close();
        }

        /** Makes sure that nothing is left of the link. */
        void checkEnd() {
            runTasks();
            this.around.connector.check();
            Threads.require(this.around.connector.open() == 0, "a connection is left open");
            Threads.require(this.around.connector.pending() == 0, "an attempt is left");
            Threads.require(this.around.scheduler.waiting() == 0, "a timer is left");
            Threads.require(this.link.snapshot().status() == AccountStatus.STOPPED, "it is not stopped");
        }

    }

}
