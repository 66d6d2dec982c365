package dev.ariadne.connector.mirai.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;

import dev.ariadne.connector.mirai.MiraiEndpoint;
import dev.ariadne.connector.mirai.WebhookEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Lets the posts of a webhook in (protocol notes 8, observed on 2.10.0). What is wrong is answered with 405, 403, 400,
 * 404, 415 or 413, in this order, before anything of the body is read; the server does not look at the answer.
 *
 * @since 0.1.0
 */
public final class WebhookDoor implements Door<WebhookEndpoint> {

    @Override
    public void open(WebhookEndpoint endpoint, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(status(endpoint, request, response));
    }

    private static int status(WebhookEndpoint endpoint, HttpServletRequest request, HttpServletResponse response) {
        if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "POST");
            return refused(endpoint, 405, "a method other than POST");
        }
        int refusal = endpoint.check(new ServletEndpointRequest(request));
        if (refusal != MiraiEndpoint.ADMITTED) {
            return refusal;
        }
        if (!isJson(request.getContentType()) || isEncoded(request.getHeader("Content-Encoding"))) {
            return refused(endpoint, 415, "a content that is not plain JSON");
        }
        if (request.getContentLengthLong() > WebhookEndpoint.MAX_BODY_LENGTH) {
            return tooLong(endpoint);
        }
        return receive(endpoint, request);
    }

    private static int receive(WebhookEndpoint endpoint, HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(WebhookEndpoint.MAX_BODY_LENGTH + 1);
            return (body.length > WebhookEndpoint.MAX_BODY_LENGTH) ? tooLong(endpoint) : endpoint.receive(body);
        }
        catch (SocketTimeoutException ex) {
            return refused(endpoint, 408, "a body that does not come");
        }
        catch (IOException ex) {
            return refused(endpoint, 400, "a body that cannot be read");
        }
    }

    private static int tooLong(WebhookEndpoint endpoint) {
        return refused(endpoint, 413, "a body of more than " + WebhookEndpoint.MAX_BODY_LENGTH + " bytes");
    }

    private static int refused(WebhookEndpoint endpoint, int status, String reason) {
        endpoint.refused(reason);
        return status;
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT)
            .matches("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");
    }

    private static boolean isEncoded(@Nullable String contentEncoding) {
        return contentEncoding != null && !contentEncoding.equalsIgnoreCase("identity");
    }

}
