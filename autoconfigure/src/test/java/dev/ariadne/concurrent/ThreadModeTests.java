package dev.ariadne.concurrent;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadModeTests {

    @Test
    void whenAPlatformThreadIsMadeByAnyThreadThenItHasTheClassLoaderOfWhoMadeTheFactory() {
        assertClassLoader(ThreadMode.PLATFORM);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void whenAVirtualThreadIsMadeByAnyThreadThenItHasTheClassLoaderOfWhoMadeTheFactory() {
        assertClassLoader(ThreadMode.VIRTUAL);
    }

    private static void assertClassLoader(ThreadMode mode) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        ClassLoader application = new URLClassLoader(new URL[0], former);
        ThreadFactory unnamed;
        ThreadFactory named;
        thread.setContextClassLoader(application);
        try {
            unnamed = mode.threadFactory();
            named = mode.threadFactory("named-");
        }
        finally {
            thread.setContextClassLoader(former);
        }
        assertThat(classLoaderOf(unnamed)).isSameAs(application);
        assertThat(classLoaderOf(named)).isSameAs(application);
    }

    private static ClassLoader classLoaderOf(ThreadFactory factory) {
        CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
        factory.newThread(() -> seen.complete(Thread.currentThread().getContextClassLoader())).start();
        return seen.join();
    }

}
