package dev.ariadne.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy that treats each connection as a bad network would.
 */
final class FaultyProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private final int target;

    private final Random random;

    private volatile boolean healed;

    private volatile long downUntil = System.nanoTime();

    FaultyProxy(int target, Random random) throws IOException {
        this.target = target;
        this.random = random;
        this.threads.execute(this::accept);
    }

    int port() {
        return this.server.getLocalPort();
    }

    /** Treats new connections well from now on, and ends the others. */
    void heal() {
        this.healed = true;
        this.sockets.forEach(FaultyProxy::close);
    }

    /** Ends all connections and refuses others for a while, as a server does that restarts. */
    void restart(Duration outage) {
        this.downUntil = System.nanoTime() + outage.toNanos();
        this.sockets.forEach(FaultyProxy::close);
    }

    private void accept() {
        while (!this.server.isClosed()) {
            try {
                Socket client = this.server.accept();
                this.threads.execute(() -> connect(client));
            }
            catch (IOException ex) {
                // Closed, or the client has gone already.
            }
        }
    }

    private void connect(Socket client) {
        boolean down = System.nanoTime() - this.downUntil < 0;
        Fault fault = down ? Fault.REFUSED : this.healed ? Fault.NONE : Fault.values()[this.random.nextInt(Fault.values().length)];
        try {
            if (fault == Fault.REFUSED) {
                client.close();
                return;
            }
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.target);
            this.sockets.add(client);
            this.sockets.add(upstream);
            Link link = new Link(client, upstream, fault, 200 + this.random.nextInt(20_000));
            this.threads.execute(() -> link.pump(client, upstream));
            link.pump(upstream, client);
        }
        catch (IOException ex) {
            close(client);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        }
        catch (IOException ex) {
            // It is of no use any more.
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        this.server.close();
        this.sockets.forEach(FaultyProxy::close);
        this.threads.shutdownNow();
        if (!this.threads.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The proxy does not end");
        }
    }

    private enum Fault {

        NONE,

        /** Everything takes its time. */
        LATE,

        /** It is read by a few bytes at a time, and what is written piles up. */
        SLOW,

        /** It ends in the middle of a frame. */
        CUT,

        /** It ends at once, and what was under way is lost. */
        RESET,

        /** It stays open, and nothing comes through any more. */
        SILENT,

        REFUSED

    }

    /** A connection, and what befalls it after so many bytes. */
    private final class Link {

        private final Socket client;

        private final Socket upstream;

        private final Fault fault;

        private final int bytesUntilFault;

        private int bytes;

        Link(Socket client, Socket upstream, Fault fault, int bytesUntilFault) {
            this.client = client;
            this.upstream = upstream;
            this.fault = fault;
            this.bytesUntilFault = bytesUntilFault;
        }

        void pump(Socket from, Socket to) {
            byte[] buffer = new byte[(this.fault == Fault.SLOW) ? 64 : 4096];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    int passed = pass(read);
                    out.write(buffer, 0, passed);
                    if (passed < read && this.fault != Fault.SILENT) {
                        this.client.setSoLinger(this.fault == Fault.RESET, 0);
                        break;
                    }
                }
            }
            catch (IOException ex) {
                // One side has gone.
            }
            finally {
                end(this.client);
                end(this.upstream);
            }
        }

        /** Tells how many of the bytes that were read get through. */
        private synchronized int pass(int read) {
            int left = this.bytesUntilFault - this.bytes;
            this.bytes += read;
            switch (this.fault) {
                case LATE -> LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                case SLOW -> LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
                case CUT, RESET, SILENT -> {
                    return Math.max(0, Math.min(read, left));
                }
                default -> {
                }
            }
            return read;
        }

        private void end(Socket socket) {
            FaultyProxy.close(socket);
            FaultyProxy.this.sockets.remove(socket);
        }

    }

}
