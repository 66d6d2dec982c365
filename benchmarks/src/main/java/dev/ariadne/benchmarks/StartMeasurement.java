package dev.ariadne.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The start of an application with one account in the sandbox and ten tasks, until all of them run.
 */
final class StartMeasurement implements Measurement {

    private static final int TASKS = 10;

    private static final CountDownLatch RUNNING = new CountDownLatch(TASKS);

    @Override
    public void run(int size, Figures figures) throws Exception {
        Application.start(List.of("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox"),
                Tasks.class);
        RUNNING.await();
        PlainApplication.tell(figures);
    }

    @Import(TaskRegistrar.class)
    static class Tasks {

    }

    static class TaskRegistrar implements ImportBeanDefinitionRegistrar {

        @Override
        public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
            for (int i = 0; i < TASKS; i++) {
                registry.registerBeanDefinition("task-" + i, new RootBeanDefinition(Task.class));
            }
        }

    }

    static class Task {

        @AriadneBackground
        void sleep(BackgroundContext context) throws InterruptedException {
            RUNNING.countDown();
            context.sleep(Duration.ofDays(1));
        }

    }

}
