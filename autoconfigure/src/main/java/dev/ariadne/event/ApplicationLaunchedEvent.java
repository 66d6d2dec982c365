package dev.ariadne.event;

import dev.ariadne.Ariadne;

/**
 * The application has been launched: published once per start, before any event of an account, bound to the default
 * account. Its listeners run on the thread that starts the application context, which waits for them; if there is no
 * account then, on the thread that adds the first one.
 *
 * @since 0.1.0
 */
public class ApplicationLaunchedEvent extends AriadneLifecycleEvent {

    public ApplicationLaunchedEvent(Ariadne ariadne) {
        super(ariadne);
    }

}
