package dev.ariadne.background;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;

class AddDuringLaunchTests {

    private static final int TASKS = 50;

    @RepeatedTest(20)
    void whenTasksAreAddedWhileTheAccountIsLaunchedThenNoneIsLost() throws Exception {
        CountDownLatch running = new CountDownLatch(TASKS);
        CyclicBarrier together = new CyclicBarrier(2);
        try (TaskFixture fixture = new TaskFixture(TaskFixture.SETTINGS, "alice")) {
            fixture.lifecycle.start();
            Thread adder = new Thread(() -> {
                await(together);
                for (int i = 0; i < TASKS; i++) {
                    fixture.tasks.add("task" + i, (context) -> running.countDown());
                }
            });
            adder.start();
            await(together);
            fixture.accounts.launch("alice");
            adder.join();
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

}
