package dev.ariadne.account;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccountStatesTests {

    private static final Logger logger = (Logger) LoggerFactory.getLogger("dev.ariadne");

    @BeforeAll
    static void beSilent() {
        logger.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        logger.setLevel(null);
    }

    @Test
    void walks() {
        new AccountWalks().run();
    }

    @Test
    void sequences() {
        new AccountSequences().run();
    }

}
