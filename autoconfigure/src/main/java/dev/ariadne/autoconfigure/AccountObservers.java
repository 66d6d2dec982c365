package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountObserver;
import dev.ariadne.event.ReceivedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several observers that are told one after the other. What one of them throws is logged and goes no further.
 */
final class AccountObservers implements AccountObserver {

    private static final Logger logger = LoggerFactory.getLogger(AccountObservers.class);

    private final List<AccountObserver> observers;

    AccountObservers(List<AccountObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void added(Ariadne ariadne) {
        tell((observer) -> observer.added(ariadne));
    }

    @Override
    public void removed(Ariadne ariadne) {
        tell((observer) -> observer.removed(ariadne));
    }

    @Override
    public void connected(Ariadne ariadne) {
        tell((observer) -> observer.connected(ariadne));
    }

    @Override
    public void connectFailed(Ariadne ariadne) {
        tell((observer) -> observer.connectFailed(ariadne));
    }

    @Override
    public void received(Ariadne ariadne, ReceivedEvent event) {
        tell((observer) -> observer.received(ariadne, event));
    }

    @Override
    public void dropped(Ariadne ariadne, ReceivedEvent event) {
        tell((observer) -> observer.dropped(ariadne, event));
    }

    @Override
    public void rejected(Ariadne ariadne) {
        tell((observer) -> observer.rejected(ariadne));
    }

    @Override
    public void called(Ariadne ariadne, String command, String outcome, Duration duration) {
        tell((observer) -> observer.called(ariadne, command, outcome, duration));
    }

    private void tell(Consumer<AccountObserver> what) {
        for (AccountObserver observer : this.observers) {
            try {
                what.accept(observer);
            }
            catch (RuntimeException | Error ex) {
                logger.error("{} failed", observer.getClass().getName(), ex);
            }
        }
    }

}
