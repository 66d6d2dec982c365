package dev.ariadne.background;

import java.time.Duration;
import java.util.Map;

/**
 * A handle of a task that concerns one account only.
 */
final class AccountTaskHandle implements BackgroundTaskHandle {

    private final RegisteredTask task;

    private final String account;

    AccountTaskHandle(RegisteredTask task, String account) {
        this.task = task;
        this.account = account;
    }

    @Override
    public String name() {
        return this.task.name();
    }

    @Override
    public BackgroundTaskState state() {
        return Attention.most(states().values());
    }

    @Override
    public Map<String, BackgroundTaskState> states() {
        return this.task.states(this.account);
    }

    @Override
    public BackgroundTaskHandle account(String account) {
        return this.task.account(account);
    }

    @Override
    public void cancel() {
        this.task.cancel(this.account);
    }

    @Override
    public void pause() {
        this.task.pause(this.account);
    }

    @Override
    public void resume() {
        this.task.resume(this.account);
    }

    @Override
    public void restart() {
        this.task.restart(this.account);
    }

    @Override
    public void await() throws InterruptedException {
        await(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Override
    public boolean await(Duration timeout) throws InterruptedException {
        return this.task.await(this.account, timeout);
    }

}
