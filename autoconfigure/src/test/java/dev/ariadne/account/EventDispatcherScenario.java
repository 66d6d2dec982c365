package dev.ariadne.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.ariadne.TestAriadne;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.UnknownEvent;
import dev.ariadne.json.Json;
import dev.ariadne.model.Threads;

/**
 * Events of one conversation come while the dispatcher is opened: all are delivered, in order, one at a time.
 */
public final class EventDispatcherScenario implements Runnable {

    @Override
    public void run() {
        new Play().play();
    }

    private static final class Play {

        private final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());

        private final List<String> delivered = new ArrayList<>();

        private volatile boolean busy;

        private volatile boolean together;

        void play() {
            EventDispatcher dispatcher = new EventDispatcher(8, 2, this::onNewThread, this::deliver, () -> {
            });
            Threads.runTogether(dispatcher::open, () -> {
                dispatcher.dispatch(event("1"));
                dispatcher.dispatch(event("2"));
            });
            for (int i = 0; i < this.threads.size(); i++) {
                Threads.join(this.threads.get(i));
            }
            Threads.require(!this.together, "two events of a conversation at a time");
            Threads.require(this.delivered.equals(List.of("1", "2")), "delivered " + this.delivered);
            dispatcher.close();
            Threads.require(dispatcher.closed().isDone(), "never closed");
        }

        private void onNewThread(Runnable action) {
            Thread thread = new Thread(action);
            this.threads.add(thread);
            thread.start();
        }

        private void deliver(ReceivedEvent event) {
            this.together |= this.busy;
            this.busy = true;
            this.delivered.add(((UnknownEvent) event).name());
            this.busy = false;
        }

        private static ReceivedEvent event(String name) {
            return new UnknownEvent(new TestAriadne("alice", 1), Conversation.group(1), name, Json.object());
        }

    }

}
