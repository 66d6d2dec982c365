package dev.ariadne.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A peer that speaks as much of the WebSocket of mirai-api-http as the benchmarks need, and is fast enough not to be
 * what is measured. It has a process of its own.
 * <p>
 * After the handshake it sends the frame that opens a session. The command {@code burst} is answered and followed by so
 * many events, {@code restart} ends all connections, and every other command is answered as a message that was sent.
 */
final class SyntheticServer {

    /** The property by which a measurement learns the server's port. */
    static final String PORT = "benchmarks.port";

    private static final int BUFFER = 64 * 1024;

    private static final int GROUPS = 50;

    private static final int TEXT = 0x81;

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private final ServerSocket server;

    private SyntheticServer(ServerSocket server) {
        this.server = server;
    }

    /** Serves until the process is ended. Prints its port first. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            System.out.flush();
            new SyntheticServer(server).accept();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = this.server.accept();
            Thread.startVirtualThread(() -> serve(socket));
        }
    }

    private void serve(Socket socket) {
        this.sockets.add(socket);
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            shakeHands(in, out);
            send(out, "{\"syncId\":\"\",\"data\":{\"code\":0,\"session\":\"bench\"}}");
            out.flush();
            while (true) {
                answer(receive(in), out);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
        catch (IOException | NoSuchAlgorithmException ex) {
            // The other side has gone, or was sent away.
        }
        finally {
            this.sockets.remove(socket);
        }
    }

    private void answer(String command, OutputStream out) throws IOException {
        String syncId = between(command, "\"syncId\":\"", "\"");
        if (command.contains("\"restart\"")) {
            for (Socket socket : this.sockets) {
                socket.close();
            }
            return;
        }
        send(out, "{\"syncId\":\"" + syncId + "\",\"data\":{\"code\":0,\"msg\":\"success\",\"messageId\":1}}");
        if (command.contains("\"burst\"")) {
            int count = Integer.parseInt(between(command, "\"count\":", "}"));
            for (int i = 0; i < count; i++) {
                send(out, event(i));
            }
        }
    }

    private static String event(int number) {
        int group = 40001 + number % GROUPS;
        return "{\"syncId\":\"-1\",\"data\":{\"type\":\"GroupMessage\",\"messageChain\":[{\"type\":\"Source\",\"id\":"
                + number + ",\"time\":1795370479},{\"type\":\"Plain\",\"text\":\"hello group " + number + "\"}],"
                + "\"sender\":{\"id\":30003,\"memberName\":\"card3\",\"specialTitle\":\"\",\"permission\":\"MEMBER\","
                + "\"joinTimestamp\":1600000000,\"lastSpeakTimestamp\":1795370479,\"muteTimeRemaining\":0,\"group\":"
                + "{\"id\":" + group + ",\"name\":\"a group\",\"permission\":\"ADMINISTRATOR\"},\"active\":null}}}";
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static void shakeHands(InputStream in, OutputStream out) throws IOException, NoSuchAlgorithmException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException();
            }
            request.append((char) read);
        }
        String key = request.toString().lines()
            .filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
            .map((line) -> line.substring(line.indexOf(':') + 1).trim()).findFirst().orElseThrow(EOFException::new);
        byte[] hash = MessageDigest.getInstance("SHA-1")
            .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(TEXT);
        if (bytes.length < 126) {
            out.write(bytes.length);
        }
        else {
            out.write(126);
            out.write(bytes.length >> 8);
            out.write(bytes.length);
        }
        out.write(bytes);
    }

    /** Returns the next text; control frames are passed over, since a benchmark needs none of them. */
    private static String receive(DataInputStream in) throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (opcode == 8) {
                throw new EOFException();
            }
            if (opcode == 1) {
                return new String(payload, StandardCharsets.UTF_8);
            }
        }
    }

}
