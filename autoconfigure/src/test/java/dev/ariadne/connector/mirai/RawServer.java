package dev.ariadne.connector.mirai;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A server that does nothing of its own, so that a test can answer what no library would.
 */
final class RawServer implements AutoCloseable {

    private final ServerSocket serverSocket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    private final BlockingQueue<Link> links = new LinkedBlockingQueue<>();

    private final Thread acceptor = new Thread(this::accept, "raw-server");

    RawServer() throws IOException {
        this.acceptor.start();
    }

    private void accept() {
        try {
            while (true) {
                this.links.add(new Link(this.serverSocket.accept()));
            }
        }
        catch (IOException ex) {
            // Closed.
        }
    }

    URI url() {
        return URI.create("http://localhost:" + this.serverSocket.getLocalPort());
    }

    /** Waits for the next TCP connection. */
    Link link() throws InterruptedException {
        return Objects.requireNonNull(this.links.poll(10, TimeUnit.SECONDS), "nobody connected");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        this.serverSocket.close();
        this.acceptor.join(10_000);
        closeLinks();
    }

    /** Ends the TCP connections that no test has taken. */
    void closeLinks() throws IOException {
        for (Link link = this.links.poll(); link != null; link = this.links.poll()) {
            link.close();
        }
    }

    /** One TCP connection. */
    static final class Link implements AutoCloseable {

        static final int CONTINUATION = 0;

        static final int TEXT = 1;

        static final int CLOSE = 8;

        static final int PING = 9;

        static final int PONG = 10;

        private final Socket socket;

        private final DataInputStream input;

        private volatile @Nullable Thread heldUp;

        Link(Socket socket) throws IOException {
            this.socket = socket;
            // Less than the real time limit of an attempt, which would end the connection as well.
            this.socket.setSoTimeout(5_000);
            this.input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        }

        /** Reads the head of the request. */
        String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                head.write(this.input.readUnsignedByte());
            }
            return head.toString(StandardCharsets.US_ASCII);
        }

        /** Reads bytes and drops them. */
        void skip(int count) {
            try {
                this.input.skipNBytes(count);
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        /** Writes what need not be HTTP. */
        void write(String text) throws IOException {
            this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Reads the request and accepts it as a WebSocket, with more header lines. */
        void upgrade(String... headers) throws IOException {
            String key = head().lines().filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                    .findFirst().orElseThrow().substring("sec-websocket-key:".length()).strip();
            StringBuilder answer = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Accept: " + accept(key) + "\r\n");
            for (String header : headers) {
                answer.append(header).append("\r\n");
            }
            write(answer.append("\r\n").toString());
        }

        private static String accept(String key) {
            try {
                return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII)));
            }
            catch (NoSuchAlgorithmException ex) {
                throw new IllegalStateException(ex);
            }
        }

        /** Writes a whole text frame. */
        void text(String text) throws IOException {
            frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * Writes whole text frames until the client's not reading holds up a write. That last frame goes on to be
         * written as soon as the client reads; only then does the next write begin.
         *
         * @return how many frames, the last one included
         */
        int writeUntilHeldUp(String text) throws InterruptedException {
            for (int count = 1;; count++) {
                Thread writer = new Thread(() -> writeQuietly(text), "raw-server-writer");
                writer.start();
                writer.join(500);
                if (writer.isAlive()) {
                    this.heldUp = writer;
                    return count;
                }
            }
        }

        private void writeQuietly(String text) {
            try {
                text(text);
            }
            catch (IOException ex) {
                // The test is over.
            }
        }

        private void awaitHeldUp() throws IOException {
            Thread writer = this.heldUp;
            if (writer == null || writer == Thread.currentThread()) {
                return;
            }
            try {
                writer.join(10_000);
            }
            catch (InterruptedException ex) {
                throw new IOException(ex);
            }
            if (writer.isAlive()) {
                throw new IOException("The client does not read");
            }
        }

        /** Writes a frame. */
        void frame(int opcode, boolean last, byte[] payload) throws IOException {
            awaitHeldUp();
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write((last ? 0x80 : 0) | opcode);
            if (payload.length < 126) {
                frame.write(payload.length);
            }
            else {
                boolean large = payload.length > 0xffff;
                frame.write(large ? 127 : 126);
                for (int shift = large ? 56 : 8; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) payload.length >>> shift) & 0xff);
                }
            }
            frame.writeBytes(payload);
            this.socket.getOutputStream().write(frame.toByteArray());
        }

        /** Reads a frame of the client that is no ping: its opcode, a colon and its payload. */
        String read() throws IOException {
            String frame = readAny();
            while (frame.startsWith(PING + ":")) {
                frame = readAny();
            }
            return frame;
        }

        /** Reads a frame of the client, even a ping. */
        String readAny() throws IOException {
            int opcode = this.input.readUnsignedByte() & 0xf;
            return opcode + ":" + new String(payload(), StandardCharsets.UTF_8);
        }

        /** Reads a message of the client, which may come in several frames. */
        String readMessage() throws IOException {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            boolean last = false;
            while (!last) {
                last = (this.input.readUnsignedByte() & 0x80) != 0;
                message.writeBytes(payload());
            }
            return message.toString(StandardCharsets.UTF_8);
        }

        private byte[] payload() throws IOException {
            int length = this.input.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = this.input.readUnsignedShort();
            }
            else if (length == 127) {
                length = (int) this.input.readLong();
            }
            byte[] mask = this.input.readNBytes(4);
            byte[] payload = this.input.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return payload;
        }

        /** Waits until the client has ended the connection; whatever it sends before is read and dropped. */
        boolean awaitEnd() {
            try {
                while (this.input.read() >= 0) {
                    // Dropped.
                }
            }
            catch (IOException ex) {
                return !(ex instanceof java.net.SocketTimeoutException);
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            this.socket.close();
        }

    }

}
