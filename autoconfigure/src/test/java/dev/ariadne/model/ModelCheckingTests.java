package dev.ariadne.model;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.ariadne.account.EventDispatcherScenario;
import dev.ariadne.background.SupervisorScenario;
import dev.ariadne.concurrent.SerialExecutorScenario;
import dev.ariadne.connector.mirai.PendingCallsScenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets the threads of each scenario take turns in very many ways, and shows that a bug would be found.
 */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "the model checker does not see the threads of newer ones")
class ModelCheckingTests {

    private static final int INTERLEAVINGS = Integer.getInteger("model.interleavings", 60);

    private static final int PATIENCE_SECONDS = 120;

    private static final List<String> OPENED = List.of("java.lang", "java.util", "java.util.concurrent",
            "java.util.concurrent.locks", "java.util.regex");

    @TempDir
    private static Path unlocked;

    @BeforeAll
    static void breakAllLocks() throws Exception {
        UnlockedClasses.write(unlocked);
    }

    @ParameterizedTest
    @ValueSource(classes = { SerialExecutorScenario.class, PendingCallsScenario.class, EventDispatcherScenario.class,
            SupervisorScenario.class })
    void whenThreadsTakeTurnsInManyWaysThenWhatIsPromisedHolds(Class<?> scenario) throws Exception {
        assertThat(check(scenario, System.getProperty("java.class.path"))).isEqualTo(ModelCheck.NOTHING_FOUND);
    }

    @ParameterizedTest
    @ValueSource(classes = { SerialExecutorScenario.class, PendingCallsScenario.class, EventDispatcherScenario.class,
            SupervisorScenario.class })
    void whenALockDoesNotLockThenItIsFound(Class<?> scenario) throws Exception {
        assertThat(check(scenario, unlocked + File.pathSeparator + System.getProperty("java.class.path")))
            .isEqualTo(ModelCheck.FOUND);
    }

    private static int check(Class<?> scenario, String classPath) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The model checker reads what the JDK's objects hold; where it cannot, it ends a thread of the scenario.
        OPENED.forEach((name) -> command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED")));
        command.addAll(List.of("-cp", classPath, ModelCheck.class.getName(), scenario.getName(),
                Integer.toString(INTERLEAVINGS)));
        Process process = new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
            return process.exitValue();
        }
        finally {
            process.destroyForcibly();
        }
    }

}
