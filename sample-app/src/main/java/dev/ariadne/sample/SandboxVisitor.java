package dev.ariadne.sample;

import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.connector.sandbox.SandboxAccount;
import dev.ariadne.event.AccountLaunchedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Somebody to talk to, since nobody else is in the sandbox: greets each account once it is launched.
 */
@Component
@Profile("!mirai")
class SandboxVisitor {

    private static final Logger logger = LoggerFactory.getLogger(SandboxVisitor.class);

    private static final long FRIEND = 20001;

    private final Sandbox sandbox;

    SandboxVisitor(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @EventListener
    void greet(AccountLaunchedEvent event) {
        SandboxAccount otherSide = this.sandbox.account(event.getAriadne().name());
        logger.info("A friend says hello to {}; EchoListener answers", event.getAriadne().name());
        otherSide.friendSays(FRIEND, "hello");
    }

}
