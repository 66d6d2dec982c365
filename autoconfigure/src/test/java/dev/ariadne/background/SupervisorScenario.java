package dev.ariadne.background;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.ariadne.Accounts;
import dev.ariadne.TestAriadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.BackgroundTaskEndedEvent;
import dev.ariadne.model.Threads;
import org.jspecify.annotations.Nullable;

/**
 * A task is begun, paused and resumed, and stopped, all at the same time: it never has two runs, and ends.
 */
public final class SupervisorScenario implements Runnable {

    @Override
    public void run() {
        new Play().play();
    }

    private static final class Play {

        private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

        private final AtomicInteger ends = new AtomicInteger();

        private volatile boolean busy;

        private volatile boolean together;

        void play() {
            Announcer announcer = new Announcer(new AriadneEventPublisher(this::published), BackgroundTaskObserver.NONE);
            Supervision supervision = new Supervision(BackgroundSettings.DEFAULTS, this::thread, new ManualScheduler(),
                    announcer, accounts(), () -> {
                    }, RunInterceptor.NONE, new SharedLocks(1));
            BackgroundTaskDefinition task = BackgroundTaskDefinition.named("task").task(this::work).build();
            TaskGroup group = new TaskGroup(new TestAriadne("alice", 1), false, supervision);
            Supervisor supervisor = new Supervisor(task, group, null, Wish.RUN);
            Threads.runTogether(supervisor::begin, () -> {
                supervisor.pause();
                supervisor.resume();
            }, () -> supervisor.stop(Thread.currentThread()));
            for (int i = 0; i < this.threads.size(); i++) {
                Threads.join(this.threads.get(i));
            }
            Threads.require(!this.together, "two runs at a time");
            Threads.require(this.ends.get() == 1, "it has ended " + this.ends + " times");
            Threads.require(supervisor.settled().isDone(), "it never ends");
            Threads.require(supervisor.state().isEnded(), "it is " + supervisor.state());
        }

        private void published(Object event) {
            if (event instanceof BackgroundTaskEndedEvent) {
                this.ends.incrementAndGet();
            }
        }

        private Thread thread(Runnable action) {
            Thread thread = new Thread(action);
            this.threads.add(thread);
            return thread;
        }

        private void work(BackgroundContext context) {
            this.together |= this.busy;
            this.busy = true;
            this.busy = false;
        }

        // It is not asked for accounts.
        @SuppressWarnings("NullAway")
        private static Accounts accounts() {
            return nothing();
        }

        private static @Nullable Accounts nothing() {
            return null;
        }

    }

}
