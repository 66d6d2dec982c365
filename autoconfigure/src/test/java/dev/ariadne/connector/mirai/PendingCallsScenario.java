package dev.ariadne.connector.mirai;

import java.io.IOException;

import dev.ariadne.call.Done;
import dev.ariadne.json.Json;
import dev.ariadne.model.Threads;

/**
 * Calls are added while the link ends and an answer comes: each call ends exactly once, and nobody waits any more.
 */
public final class PendingCallsScenario implements Runnable {

    @Override
    public void run() {
        new Play().play();
    }

    private static final class Play {

        void play() {
            PendingCalls calls = new PendingCalls("alice");
            PendingCall<Done> first = calls.add(command());
            PendingCall<?>[] second = new PendingCall<?>[2];
            Threads.runTogether(() -> second[0] = calls.add(command()),
                    () -> second[1] = calls.add(command()), () -> {
                        PendingCall<?> answered = calls.take("1");
                        if (answered != null) {
                            answered.future().complete(null);
                        }
                        calls.end(new IOException("the link is lost"));
                    });
            Threads.require(first.future().isDone(), "the first call never ends");
            Threads.require(second[0].future().isDone() && second[1].future().isDone(), "a call never ends");
            Threads.require(second[0].id() != second[1].id(), "two calls with one number");
            Threads.require(!calls.isAwaited(), "somebody is thought to wait");
        }

        private static Command<Done> command() {
            return Command.post("recall", Json.object(), (answer) -> Done.DONE);
        }

    }

}
