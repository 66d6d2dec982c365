package dev.ariadne.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A bot that runs with nothing else installed: its accounts live in the sandbox. With the profile {@code mirai} the
 * same beans run for a real account.
 */
@SpringBootApplication
public class SampleApplication {

    public static void main(String[] args) {
        SpringApplication.run(SampleApplication.class, args);
    }

}
