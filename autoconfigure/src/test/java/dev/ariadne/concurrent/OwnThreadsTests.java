package dev.ariadne.concurrent;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnThreadsTests {

    @Test
    void whenAThreadCanBeHadThenItIsNamedAndHoldsTheProcessOnlyIfItIsToLast() {
        CompletableFuture<Thread> daemon = new CompletableFuture<>();
        OwnThreads.daemon("passing", () -> daemon.complete(Thread.currentThread()));
        assertThat(daemon.join().getName()).isEqualTo("passing");
        assertThat(daemon.join().isDaemon()).isTrue();
        CompletableFuture<Thread> lasting = new CompletableFuture<>();
        OwnThreads.lasting("lasting", () -> lasting.complete(Thread.currentThread()));
        assertThat(lasting.join().getName()).isEqualTo("lasting");
        assertThat(lasting.join().isDaemon()).isFalse();
    }

    @Test
    void whenNoThreadCanBeHadThenTheCallingThreadDoesIt() {
        CompletableFuture<Thread> doer = new CompletableFuture<>();
        OwnThreads.start(new Thread("none") {

            @Override
            public synchronized void start() {
                throw new OutOfMemoryError("unable to create native thread");
            }

        }, () -> doer.complete(Thread.currentThread()));
        assertThat(doer).isCompletedWithValue(Thread.currentThread());
    }

}
