package dev.ariadne.account;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the JVM alive by a thread that does nothing: all other threads of the runtime are daemons.
 */
final class KeepAlive {

    private @Nullable Thread thread;

    synchronized void hold() {
        if (this.thread == null) {
            Thread thread = new Thread(KeepAlive::waitForInterrupt, "ariadne-keep-alive");
            thread.setDaemon(false);
            thread.start();
            this.thread = thread;
        }
    }

    synchronized void release() {
        if (this.thread != null) {
            this.thread.interrupt();
            this.thread = null;
        }
    }

    private static void waitForInterrupt() {
        Object never = new Object();
        synchronized (never) {
            try {
                while (true) {
                    never.wait();
                }
            }
            catch (InterruptedException released) {
                Thread.currentThread().interrupt();
            }
        }
    }

}
