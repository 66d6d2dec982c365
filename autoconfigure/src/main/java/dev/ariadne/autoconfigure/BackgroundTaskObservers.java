package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.ariadne.Ariadne;
import dev.ariadne.background.BackgroundTaskObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets several observers see the same, none of them hindered by the failure of another one.
 */
final class BackgroundTaskObservers implements BackgroundTaskObserver {

    private static final Logger logger = LoggerFactory.getLogger(BackgroundTaskObservers.class);

    private final List<BackgroundTaskObserver> observers;

    BackgroundTaskObservers(List<BackgroundTaskObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void runEnded(Ariadne ariadne, String task, Outcome outcome, Duration duration) {
        each((observer) -> observer.runEnded(ariadne, task, outcome, duration));
    }

    @Override
    public void restarted(Ariadne ariadne, String task) {
        each((observer) -> observer.restarted(ariadne, task));
    }

    @Override
    public void parked(Ariadne ariadne, String task) {
        each((observer) -> observer.parked(ariadne, task));
    }

    @Override
    public void unstopped(Ariadne ariadne, String task) {
        each((observer) -> observer.unstopped(ariadne, task));
    }

    @Override
    public void stuck(Ariadne ariadne, String task) {
        each((observer) -> observer.stuck(ariadne, task));
    }

    private void each(Consumer<BackgroundTaskObserver> call) {
        for (BackgroundTaskObserver observer : this.observers) {
            try {
                call.accept(observer);
            }
            catch (RuntimeException | Error ex) {
                logger.warn("The observer of background tasks {} failed", observer.getClass().getName(), ex);
            }
        }
    }

}
