package org.springframework.modulith.events.config;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.SimpleApplicationEventMulticaster;

/**
 * Stands in for the auto-configuration of that name in Spring Modulith, which declares a multicaster without looking
 * whether there is one.
 */
@AutoConfiguration
public class EventPublicationAutoConfiguration {

    @Bean
    static SimpleApplicationEventMulticaster applicationEventMulticaster() {
        return new SimpleApplicationEventMulticaster();
    }

}
