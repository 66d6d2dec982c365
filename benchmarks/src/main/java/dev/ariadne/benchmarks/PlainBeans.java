package dev.ariadne.benchmarks;

import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The least for discovery: so many beans, without the starter.
 */
final class PlainBeans implements Measurement {

    @Override
    public void run(int size, Figures figures) {
        start(size, Plain.class, Bean.class, figures);
    }

    /** Starts an application with so many beans, ten of another type. */
    static void start(int size, Class<?> application, Class<?> other, Figures figures) {
        long start = System.nanoTime();
        new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
            .initializers((ApplicationContextInitializer<GenericApplicationContext>) (context) -> {
                for (int i = 0; i < size; i++) {
                    context.registerBeanDefinition("bean-" + i,
                            new RootBeanDefinition((i % (size / 10) == 0) ? other : Bean.class));
                }
            })
            .properties("spring.main.banner-mode=off", "logging.level.root=WARN", "ariadne.accounts.alice.id=10001",
                    "ariadne.accounts.alice.connector=sandbox")
            .run();
        figures.add("start", (System.nanoTime() - start) / 1e6);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {

    }

    /** A bean with a few methods. */
    public static class Bean {

        public void first() {
        }

        public int second(int value) {
            return value;
        }

        void third() {
        }

    }

}
