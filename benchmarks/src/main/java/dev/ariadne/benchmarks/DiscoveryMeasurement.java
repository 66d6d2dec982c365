package dev.ariadne.benchmarks;

import java.time.Duration;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;

/**
 * An application with so many beans, ten of them with a task.
 */
final class DiscoveryMeasurement implements Measurement {

    @Override
    public void run(int size, Figures figures) {
        PlainBeans.start(size, Application.class, TaskBean.class, figures);
    }

    /** A bean with a task. */
    public static class TaskBean {

        @AriadneBackground
        void poll(BackgroundContext context) throws InterruptedException {
            context.sleep(Duration.ofDays(1));
        }

    }

}
