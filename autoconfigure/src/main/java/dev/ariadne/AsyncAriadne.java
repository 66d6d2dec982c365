package dev.ariadne;

import java.util.concurrent.CompletableFuture;

import dev.ariadne.call.Call;

/**
 * The calls of an account, without waiting for them.
 * <p>
 * Every call returns at once. Its future completes as the method of the same name in {@link Ariadne} returns or throws,
 * within {@code ariadne.call-timeout} and on a thread of the account's listeners, where what depends on it may block.
 * To cancel the future gives up waiting: a call that has not been sent is then not sent, and the answer of one that has
 * is dropped.
 *
 * @since 0.1.0
 */
public interface AsyncAriadne extends AsyncMessageCalls, AsyncContactCalls, AsyncGroupCalls, AsyncFileCalls,
        AsyncAnnouncementCalls, AsyncUploadCalls, AsyncCommandCalls, AsyncServerCalls {

    /**
     * Makes a call that is given as a value.
     *
     * @see Ariadne#call(Call)
     */
    @Override
    <R> CompletableFuture<R> call(Call<R> call);

}
