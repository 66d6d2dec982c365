package dev.ariadne.account;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.ariadne.Ariadne;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class EventDispatcherTests {

    private final ExecutorService executor = Executors.newCachedThreadPool();

    private final AtomicInteger capacityTold = new AtomicInteger();

    @AfterEach
    void endThreads() throws InterruptedException {
        this.executor.shutdownNow();
        assertThat(this.executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenEventsOfManyConversationsAreDispatchedThenEachConversationStaysInOrder() {
        Map<Conversation, List<Integer>> delivered = new ConcurrentHashMap<>();
        EventDispatcher dispatcher = dispatcher(100_000, 8, (event) -> delivered
            .computeIfAbsent(event.conversation(), (key) -> new CopyOnWriteArrayList<>()).add(((Numbered) event).number()));
        dispatcher.open();
        for (int number = 0; number < 2000; number++) {
            for (int conversation = 0; conversation < 10; conversation++) {
                assertThat(dispatcher.dispatch(event(conversation, number))).isTrue();
            }
        }
        await().until(() -> delivered.values().stream().mapToInt(List::size).sum() == 20_000);
        assertThat(delivered).hasSize(10);
        assertThat(delivered.values()).allSatisfy((numbers) -> assertThat(numbers).isSorted());
    }

    @Test
    void whenAListenerLeavesItsThreadInterruptedThenThatOfTheNextEventIsNotDisturbed() {
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        EventDispatcher dispatcher = dispatcher(10, 1, (event) -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
        });
        dispatcher.dispatch(event(1, 1));
        dispatcher.dispatch(event(1, 2));
        dispatcher.dispatch(event(2, 1));
        dispatcher.open();
        await().until(() -> interrupted.size() == 3);
        assertThat(interrupted).containsOnly(false);
    }

    @Test
    void whenAListenerBlocksThenOtherConversationsGoOn() throws Exception {
        CyclicBarrier bothAtOnce = new CyclicBarrier(2);
        CountDownLatch met = new CountDownLatch(2);
        EventDispatcher dispatcher = dispatcher(10, 8, (event) -> {
            try {
                bothAtOnce.await(10, TimeUnit.SECONDS);
                met.countDown();
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
        dispatcher.open();
        dispatcher.dispatch(event(1, 1));
        dispatcher.dispatch(event(2, 1));
        assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenAllListenersBlockThenEachConversationHasAThread() throws Exception {
        CyclicBarrier allAtOnce = new CyclicBarrier(20);
        CountDownLatch met = new CountDownLatch(20);
        EventDispatcher dispatcher = dispatcher(100, 20, (event) -> {
            try {
                allAtOnce.await(10, TimeUnit.SECONDS);
                met.countDown();
            }
            catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
        for (int conversation = 0; conversation < 10; conversation++) {
            dispatcher.dispatch(event(conversation, 1));
        }
        dispatcher.open();
        for (int conversation = 10; conversation < 20; conversation++) {
            dispatcher.dispatch(event(conversation, 1));
        }
        assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenConversationsWaitThenAThreadForThemIsOnItsWayBeforeAListenerIsCalled() {
        Queue<Runnable> threads = new ArrayDeque<>();
        List<String> order = new ArrayList<>();
        EventDispatcher dispatcher = new EventDispatcher(10, 8, threads::add,
                (event) -> order.add(event.conversation().id() + " with " + threads.size() + " on their way"),
                this.capacityTold::incrementAndGet);
        dispatcher.open();
        for (int conversation = 1; conversation <= 3; conversation++) {
            dispatcher.dispatch(event(conversation, 0));
        }
        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(order).containsExactly("1 with 1 on their way", "2 with 1 on their way", "3 with 1 on their way");
        threads.remove().run();
        assertThat(threads).isEmpty();
        dispatcher.dispatch(event(4, 0));
        threads.remove().run();
        assertThat(order).endsWith("4 with 0 on their way").hasSize(4);
    }

    @Test
    void whenADeliveryThrowsThenTheNextEventIsDeliveredAndTheEndIsReached(CapturedOutput output) {
        Queue<Runnable> threads = new ArrayDeque<>();
        List<Integer> delivered = new ArrayList<>();
        EventDispatcher dispatcher = new EventDispatcher(10, 8, threads::add, (event) -> {
            if (delivered.isEmpty()) {
                delivered.add(-1);
                throw new IllegalStateException("the log is full");
            }
            delivered.add(((Numbered) event).number());
        }, this.capacityTold::incrementAndGet);
        dispatcher.open();
        dispatcher.dispatch(event(1, 0));
        dispatcher.dispatch(event(1, 1));
        threads.remove().run();
        assertThat(delivered).containsExactly(-1, 1);
        assertThat(output.getErr()).contains("the log is full");
        dispatcher.close();
        assertThat(dispatcher.closed()).isDone();
    }

    @Test
    void whenClosedWhileAThreadIsOnItsWayThenItDeliversNothing() {
        Queue<Runnable> threads = new ArrayDeque<>();
        List<ReceivedEvent> delivered = new ArrayList<>();
        EventDispatcher dispatcher = new EventDispatcher(10, 8, threads::add, delivered::add,
                this.capacityTold::incrementAndGet);
        dispatcher.open();
        dispatcher.dispatch(event(1, 0));
        assertThat(dispatcher.close()).isEqualTo(1);
        assertThat(dispatcher.closed()).isNotDone();
        threads.remove().run();
        assertThat(delivered).isEmpty();
        assertThat(dispatcher.closed()).isDone();
    }

    @Test
    void whenMoreConversationsAreReadyThanMayRunThenTheyTakeTurns() throws Exception {
        CountDownLatch otherHasRun = new CountDownLatch(1);
        List<Long> order = new CopyOnWriteArrayList<>();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch start = new CountDownLatch(1);
        EventDispatcher dispatcher = dispatcher(10_000, 1, (event) -> {
            busy.countDown();
            awaitQuietly(start);
            order.add(event.conversation().id());
            if (event.conversation().id() == 2) {
                otherHasRun.countDown();
            }
        });
        dispatcher.open();
        for (int i = 0; i < 1000; i++) {
            dispatcher.dispatch(event(1, i));
        }
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        dispatcher.dispatch(event(2, 0));
        start.countDown();
        assertThat(otherHasRun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order.indexOf(2L)).isLessThan(100);
        await().until(() -> order.size() == 1001);
    }

    @Test
    void whenListenersBlockThenThereAreNoMoreThreadsThanMayRun() {
        Queue<Runnable> threads = new ArrayDeque<>();
        AtomicInteger running = new AtomicInteger();
        List<Integer> counts = new ArrayList<>();
        EventDispatcher dispatcher = new EventDispatcher(10, 2, threads::add, (event) -> {
            counts.add(running.incrementAndGet());
            while (!threads.isEmpty()) {
                threads.remove().run();
            }
            running.decrementAndGet();
        }, this.capacityTold::incrementAndGet);
        dispatcher.open();
        for (int conversation = 0; conversation < 4; conversation++) {
            dispatcher.dispatch(event(conversation, 0));
        }
        threads.remove().run();
        assertThat(counts).hasSize(4).contains(2).doesNotContain(3);
    }

    @Test
    void whenThereIsNoRoomThenTheNewestIsRefusedAndRoomIsTold() {
        List<Integer> delivered = new CopyOnWriteArrayList<>();
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        EventDispatcher dispatcher = dispatcher(4, 8, (event) -> {
            first.countDown();
            awaitQuietly(goOn);
            delivered.add(((Numbered) event).number());
        });
        dispatcher.open();
        dispatcher.dispatch(event(1, 0));
        awaitQuietly(first);
        for (int number = 1; number <= 4; number++) {
            assertThat(dispatcher.hasCapacity()).isTrue();
            assertThat(dispatcher.dispatch(event(1, number))).isTrue();
        }
        assertThat(dispatcher.hasCapacity()).isFalse();
        assertThat(dispatcher.dispatch(event(1, 5))).isFalse();
        assertThat(this.capacityTold).hasValue(0);
        goOn.countDown();
        await().until(() -> delivered.size() == 5);
        assertThat(delivered).containsExactly(0, 1, 2, 3, 4);
        assertThat(this.capacityTold).hasValue(1);
        assertThat(dispatcher.hasCapacity()).isTrue();
    }

    @Test
    void whenThereIsNoRoomThenRoomIsToldOnceHalfOfItIsFree() {
        Queue<Runnable> threads = new ArrayDeque<>();
        List<Integer> told = new ArrayList<>();
        EventDispatcher dispatcher = new EventDispatcher(4, 8, threads::add, (event) -> told.add(this.capacityTold.get()),
                this.capacityTold::incrementAndGet);
        for (int number = 0; number < 4; number++) {
            dispatcher.dispatch(event(1, number));
        }
        assertThat(dispatcher.hasCapacity()).isFalse();
        dispatcher.open();
        threads.remove().run();
        assertThat(told).containsExactly(0, 1, 1, 1);
    }

    @Test
    void whenItIsNotOpenThenEventsWait() {
        List<Integer> delivered = new CopyOnWriteArrayList<>();
        EventDispatcher dispatcher = dispatcher(10, 8, (event) -> delivered.add(((Numbered) event).number()));
        dispatcher.dispatch(event(1, 1));
        dispatcher.dispatch(event(1, 2));
        assertThat(delivered).isEmpty();
        dispatcher.open();
        await().until(() -> delivered.equals(List.of(1, 2)));
    }

    @Test
    void whenClosedThenWhatWaitsIsLostAndTheEndOfWhatRunsIsAwaited() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Integer> delivered = new ArrayList<>();
        EventDispatcher dispatcher = dispatcher(10, 8, (event) -> {
            first.countDown();
            awaitQuietly(goOn);
            delivered.add(((Numbered) event).number());
        });
        dispatcher.open();
        for (int number = 0; number < 5; number++) {
            dispatcher.dispatch(event(1, number));
        }
        awaitQuietly(first);
        assertThat(dispatcher.close()).isEqualTo(4);
        assertThat(dispatcher.closed()).isNotDone();
        // It is not counted as one that was dropped for want of room.
        assertThat(dispatcher.dispatch(event(2, 0))).isTrue();
        goOn.countDown();
        assertThat(dispatcher.closed()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(delivered).containsExactly(0);
    }

    @Test
    void whenClosedAfterAThreadHasLeftThenTheNextOneIsAwaitedAllTheSame() {
        Queue<Runnable> threads = new ArrayDeque<>();
        EventDispatcher dispatcher = new EventDispatcher(10, 8, threads::add, (event) -> {
        }, this.capacityTold::incrementAndGet);
        dispatcher.open();
        dispatcher.dispatch(event(1, 0));
        threads.remove().run();
        dispatcher.dispatch(event(1, 1));
        dispatcher.close();
        assertThat(dispatcher.closed()).isNotDone();
        threads.remove().run();
        assertThat(dispatcher.closed()).isDone();
    }

    @Test
    void whenClosedWhileIdleThenItIsClosedAtOnce() {
        EventDispatcher dispatcher = dispatcher(10, 8, (event) -> {
        });
        assertThat(dispatcher.close()).isZero();
        assertThat(dispatcher.closed()).isDone();
    }

    private EventDispatcher dispatcher(int maxPending, int maxConcurrent, Consumer<ReceivedEvent> delivery) {
        return new EventDispatcher(maxPending, maxConcurrent, this.executor, delivery,
                this.capacityTold::incrementAndGet);
    }

    private static ReceivedEvent event(long conversation, int number) {
        return new Numbered(Conversation.group(conversation), number);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        }
        catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private record Numbered(Conversation conversation, int number) implements ReceivedEvent {

        private static final Ariadne ARIADNE = mock();

        @Override
        public Ariadne ariadne() {
            return ARIADNE;
        }

    }

}
