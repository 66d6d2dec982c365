package dev.ariadne.autoconfigure.endpoint;

import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * The actions of {@link AriadneEndpoint} over HTTP: 404 for a name that is not known, 400 for an action that is not,
 * 409 where the application is not in a state for it. A refusal says why, in {@code error}.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = AriadneEndpoint.class)
public class AriadneWebEndpointExtension {

    private static final int STATUS_CONFLICT = 409;

    private final AriadneEndpoint endpoint;

    /**
     * Creates the extension.
     *
     * @param endpoint what it extends
     */
    public AriadneWebEndpointExtension(AriadneEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Starts or stops an account, see {@link AriadneEndpoint#steerAccount}.
     */
    @WriteOperation
    public WebEndpointResponse<Object> steerAccount(@Selector String account, @Nullable String action) {
        return respond(() -> this.endpoint.steerAccount(account, action), "There is no such account");
    }

    /**
     * Pauses, resumes or restarts a background task of one account, see {@link AriadneEndpoint#steerTask}.
     */
    @WriteOperation
    public WebEndpointResponse<Object> steerTask(@Selector String account, @Selector String task,
            @Nullable String action) {
        return respond(() -> this.endpoint.steerTask(account, task, action),
                "There is no such account, or no such task that runs for it");
    }

    private static WebEndpointResponse<Object> respond(Supplier<@Nullable Object> action, String notFound) {
        try {
            Object description = action.get();
            return (description != null) ? new WebEndpointResponse<>(description)
                    : refusal(notFound, WebEndpointResponse.STATUS_NOT_FOUND);
        }
        catch (InvalidEndpointRequestException ex) {
            return refusal(ex.getReason(), WebEndpointResponse.STATUS_BAD_REQUEST);
        }
        catch (IllegalStateException ex) {
            return refusal(ex.getMessage(), STATUS_CONFLICT);
        }
    }

    private static WebEndpointResponse<Object> refusal(@Nullable String reason, int status) {
        return new WebEndpointResponse<>(Map.of("error", String.valueOf(reason)), status);
    }

}
