package dev.ariadne.autoconfigure.endpoint;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import dev.ariadne.account.AccountRegistry;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskState;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows accounts and their background tasks, and steers them.
 * <p>
 * An action may be asked for again without harm, and answers with the state that it has led to. Names that are not
 * known give null.
 *
 * @since 0.1.0
 */
@Endpoint(id = "ariadne")
public class AriadneEndpoint {

    /** How long an answer waits for a run that was told to stop; it is told as {@code STOPPING} after that. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(10);

    private final AccountRegistry accounts;

    private final BackgroundTaskRegistry tasks;

    private final Descriptions descriptions;

    /**
     * Creates the endpoint.
     *
     * @param accounts the accounts that it shows and steers
     * @param tasks their background tasks
     */
    public AriadneEndpoint(AccountRegistry accounts, BackgroundTaskRegistry tasks) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.descriptions = new Descriptions(accounts, tasks);
    }

    /**
     * Describes the application with all its accounts.
     */
    @ReadOperation
    public ApplicationDescription application() {
        return this.descriptions.application();
    }

    /**
     * Describes one account.
     *
     * @param account its name
     */
    @ReadOperation
    public @Nullable AccountDescription account(@Selector String account) {
        return this.descriptions.account(account);
    }

    /**
     * Describes one background task of one account.
     *
     * @param account the name of the account
     * @param task the name of the task
     */
    @ReadOperation
    public @Nullable TaskDescription task(@Selector String account, @Selector String task) {
        return this.descriptions.task(account, task);
    }

    /**
     * Starts or stops an account. A start returns at once; a stop returns when the tasks of the account have ended or
     * are abandoned, its listeners have been told, and its link is closed.
     *
     * @param account its name
     * @param action {@code start} or {@code stop}
     * @throws InvalidEndpointRequestException if the action is not known
     * @throws IllegalStateException if the account is to be started while the application is not running
     */
    @WriteOperation
    public @Nullable AccountDescription steerAccount(@Selector String account, @Nullable String action) {
        AccountAction known = parse(AccountAction.class, action);
        if (this.descriptions.account(account) == null) {
            return null;
        }
        try {
            known.perform(this.accounts, account);
        }
        catch (NoSuchElementException ex) {
            return null;
        }
        return this.descriptions.account(account);
    }

    /**
     * Pauses, resumes or restarts a background task of one account. A run that is to stop for it is waited for, but
     * not long.
     *
     * @param account the name of the account; for a task of the application, of the default account
     * @param task the name of the task
     * @param action {@code pause}, {@code resume} or {@code restart}
     * @throws InvalidEndpointRequestException if the action is not known
     */
    @WriteOperation
    public @Nullable TaskDescription steerTask(@Selector String account, @Selector String task,
            @Nullable String action) {
        TaskAction known = parse(TaskAction.class, action);
        if (this.descriptions.task(account, task) == null) {
            return null;
        }
        try {
            known.perform(this.tasks.get(task).account(account));
        }
        catch (NoSuchElementException ex) {
            return null;
        }
        return settled(account, task);
    }

    private @Nullable TaskDescription settled(String account, String task) {
        long start = System.nanoTime();
        TaskDescription description = this.descriptions.task(account, task);
        while (description != null && description.state() == BackgroundTaskState.STOPPING
                && System.nanoTime() - start < PATIENCE.toNanos() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_EVERY);
            description = this.descriptions.task(account, task);
        }
        return description;
    }

    private static <E extends Enum<E>> E parse(Class<E> type, @Nullable String action) {
        return Arrays.stream(type.getEnumConstants()).filter((known) -> nameOf(known).equals(action)).findFirst()
            .orElseThrow(() -> unknown(type, action));
    }

    private static InvalidEndpointRequestException unknown(Class<? extends Enum<?>> type, @Nullable String action) {
        String known = Arrays.stream(type.getEnumConstants()).map(AriadneEndpoint::nameOf)
            .collect(Collectors.joining(", "));
        String message = ((action != null) ? "There is no such action" : "There is no action")
                + "; send a JSON object with \"action\", one of: " + known;
        return new InvalidEndpointRequestException(message, message);
    }

    private static String nameOf(Enum<?> action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

}
