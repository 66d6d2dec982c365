package dev.ariadne.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import dev.ariadne.account.AccountLifecycle;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is configured below {@code ariadne}.
 *
 * @param enabled whether accounts are run at all; false leaves out the beans Accounts, BackgroundTasks and Sandbox, too
 * @param defaultAccount name of the account that events and tasks of the application are bound to; may be left out
 * when there is one account
 * @param accounts the accounts, by name
 * @param connect how accounts connect, and connect again
 * @param dispatch how received events reach listeners
 * @param callTimeout how long a call may take; a call made while the account is offline waits for the link that long
 * at most
 * @param keepAlive whether an application without a web server stays up while accounts are configured
 * @param shutdownTimeout how long the listeners of accounts may take altogether when the application stops, after its
 * background tasks have ended
 * @param phase lifecycle phase in which accounts start and stop
 * @param background how background tasks are run
 * @since 0.1.0
 */
@ConfigurationProperties("ariadne")
public record AriadneProperties(@DefaultValue("true") boolean enabled, @Nullable String defaultAccount,
        @DefaultValue Map<String, AccountProperties> accounts,
        @NestedConfigurationProperty ConnectProperties connect,
        @NestedConfigurationProperty DispatchProperties dispatch,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("true") boolean keepAlive, @DefaultValue("10s") Duration shutdownTimeout,
        @DefaultValue("" + AccountLifecycle.DEFAULT_PHASE) int phase,
        @NestedConfigurationProperty BackgroundProperties background) {

    // The binder leaves null what nothing is configured of. To let it make the defaults takes it tens of milliseconds.
    public AriadneProperties {
        connect = Objects.requireNonNullElse(connect, ConnectProperties.DEFAULTS);
        dispatch = Objects.requireNonNullElse(dispatch, DispatchProperties.DEFAULTS);
        background = Objects.requireNonNullElse(background, BackgroundProperties.DEFAULTS);
    }

}
