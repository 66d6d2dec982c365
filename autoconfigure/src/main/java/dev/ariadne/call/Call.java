package dev.ariadne.call;

/**
 * A call that an account can make, as a value. Each kind is a record that names its parameters; the groups of them are
 * the subtypes of this interface.
 *
 * @param <R> the type of the answer; {@link Done} where there is none
 * @since 0.1.0
 */
public sealed interface Call<R> permits MessageCall, ContactCall, GroupCall, FileCall, AnnouncementCall, UploadCall,
        RequestCall, CommandCall, ServerCall, CustomCall {

    /**
     * Returns the name of the call, such as {@code sendGroupMessage}.
     */
    String command();

}
