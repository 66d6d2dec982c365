package dev.ariadne.connector.mirai.web;

import java.nio.ByteBuffer;
import java.util.List;

import dev.ariadne.connector.mirai.DialledSocket;
import dev.ariadne.connector.mirai.ReverseEndpoint;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import jakarta.websocket.HandshakeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what comes by one WebSocket. Messages are taken in parts, since the web server would close the link over
 * one that is longer than its buffer. Public because some web servers (Jetty) want that.
 *
 * @since 0.1.0
 */
public final class DialledSession extends Endpoint {

    private static final int BUFFER_LENGTH = 64 * 1024;

    private final ReverseEndpoint endpoint;

    private volatile @Nullable DialledSocket socket;

    private DialledSession(ReverseEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    static ServerEndpointConfig configuration(ReverseEndpoint endpoint) {
        return ServerEndpointConfig.Builder.create(DialledSession.class, endpoint.path())
            .configurator(new OneSession(new DialledSession(endpoint))).build();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(BUFFER_LENGTH);
        session.setMaxBinaryMessageBufferSize(BUFFER_LENGTH);
        DialledSocket socket = this.endpoint.dialled(new ContainerWebSocket(session));
        this.socket = socket;
        session.addMessageHandler(String.class, (MessageHandler.Partial<String>) socket::text);
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) socket::binary);
        session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) (pong) -> socket.pong());
    }

    @Override
    public void onClose(Session session, CloseReason closeReason) {
        DialledSocket socket = this.socket;
        if (socket != null) {
            socket.closed(closeReason.getCloseCode().getCode(), String.valueOf(closeReason.getReasonPhrase()));
        }
    }

    @Override
    public void onError(Session session, Throwable cause) {
        DialledSocket socket = this.socket;
        if (socket != null) {
            socket.failed(cause);
        }
    }

    /** Takes no extension: compressed messages would have to be inflated before their length is known. */
    private static final class OneSession extends ServerEndpointConfig.Configurator {

        private final DialledSession session;

        OneSession(DialledSession session) {
            this.session = session;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(this.session);
        }

        @Override
        public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
            return "";
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request,
                HandshakeResponse response) {
            // Nothing to add.
        }

    }

}
