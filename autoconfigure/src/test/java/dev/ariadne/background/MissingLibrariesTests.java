package dev.ariadne.background;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

import dev.ariadne.background.LibraryScenario.FlowPublisherBean;
import dev.ariadne.background.LibraryScenario.FlowableBean;
import dev.ariadne.background.LibraryScenario.StageBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReturnedWork} where libraries are missing.
 */
class MissingLibrariesTests {

    private static final String COMPLETED = "Ended alice/poll#1 COMPLETED";

    private static final String SUSPENDING = "dev.ariadne.background.SuspendingBean";

    private static final String FLOW = "dev.ariadne.background.FlowBean";

    private static String runWithout(String libraries, String beanClass) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classpathWithout(libraries),
                ClassLoader.getPlatformClassLoader())) {
            Method run = loader.loadClass(LibraryScenario.class.getName()).getDeclaredMethod("run", String.class);
            run.setAccessible(true);
            return (String) run.invoke(null, beanClass);
        }
    }

    private static URL[] classpathWithout(String libraries) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter((path) -> !path.getFileName().toString().matches("(" + libraries + ").*\\.jar"))
            .map(MissingLibrariesTests::url)
            .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        }
        catch (MalformedURLException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = { StageBean.class, FlowPublisherBean.class })
    void whenThereIsNoLibraryThenTypesOfTheJdkAreWaitedFor(Class<?> bean) throws Exception {
        assertThat(runWithout("reactor|reactive|rxjava|kotlin|micrometer|context", bean.getName()))
            .isEqualTo(COMPLETED);
    }

    @Test
    void whenThereIsNoReactorThenRxJavaIsWaitedFor() throws Exception {
        assertThat(runWithout("reactor|kotlin|micrometer|context", FlowableBean.class.getName())).isEqualTo(COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = { SUSPENDING, FLOW })
    void whenThereIsNothingButCoroutinesThenTheyAreWaitedFor(String bean) throws Exception {
        assertThat(runWithout("reactor|reactive|rxjava|kotlinx-coroutines-react|kotlin-reflect|micrometer|context",
                bean)).isEqualTo(COMPLETED);
    }

    @Test
    void whenThereAreNoCoroutinesThenASuspendingFunctionNamesTheDependency() throws Exception {
        assertThat(runWithout("kotlinx", SUSPENDING)).contains("suspending function")
            .contains("org.jetbrains.kotlinx:kotlinx-coroutines-core");
    }

}
