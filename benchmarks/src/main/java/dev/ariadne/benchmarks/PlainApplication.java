package dev.ariadne.benchmarks;

import java.lang.management.ManagementFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/**
 * The start of an application: with the starter on its class path and ten tasks, or without both.
 */
final class PlainApplication implements Measurement {

    @Override
    public void run(int size, Figures figures) {
        new SpringApplicationBuilder(Plain.class).web(WebApplicationType.NONE)
            .properties("spring.main.banner-mode=off", "logging.level.root=WARN").run();
        tell(figures);
    }

    static void tell(Figures figures) {
        figures.add("start-up", (double) (System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime()));
        figures.add("heap", (double) Heap.used());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Plain {

    }

}
