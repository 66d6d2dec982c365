package dev.ariadne.autoconfigure.endpoint;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ariadne.LaunchStage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the endpoint tells of the application.
 *
 * @param stage the stage of its launch
 * @param defaultAccount the name of the default account, or null if there is no account
 * @param tasks the background tasks of the application by name; they are bound to the default account
 * @param accounts the accounts by name
 * @since 0.1.0
 */
@JsonInclude
public record ApplicationDescription(LaunchStage stage, @Nullable String defaultAccount,
        Map<String, TaskDescription> tasks, Map<String, AccountDescription> accounts) implements OperationResponseBody {

}
