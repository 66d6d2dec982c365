package dev.ariadne.habits;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A restart by devtools: the same application in one thrown-away class loader after the other, in the same process.
 */
class DevtoolsRestartTests {

    @Test
    void whenTheApplicationIsRestartedInANewClassLoaderThenNothingOfTheFormerOneIsInItsWay() throws Exception {
        Set<ClassLoader> loaders = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            try (RestartClassLoader loader = new RestartClassLoader()) {
                assertThat(run(loader)).isSameAs(loader);
                loaders.add(loader);
            }
            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch((thread) -> loaders.contains(thread.getContextClassLoader()))
                .noneMatch((thread) -> thread.getName().startsWith("ariadne-")));
        }
        assertThat(loaders).hasSize(3);
    }

    private static Object run(ClassLoader loader) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Callable<?> application = (Callable<?>) loader.loadClass(RestartedApplication.class.getName())
                .getDeclaredConstructor().newInstance();
            return application.call();
        }
        finally {
            thread.setContextClassLoader(former);
        }
    }

    /** Loads the application's own classes anew, and those of libraries from its parent, as that of devtools does. */
    private static final class RestartClassLoader extends URLClassLoader {

        RestartClassLoader() {
            super(new URL[] { RestartedApplication.class.getProtectionDomain().getCodeSource().getLocation() },
                    RestartedApplication.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(RestartedApplication.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return (loaded != null) ? loaded : findClass(name);
            }
        }

    }

}
