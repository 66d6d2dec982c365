package dev.ariadne.model;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.ariadne.account.AccountLinkScenario;
import dev.ariadne.account.EventDispatcherScenario;
import dev.ariadne.background.SupervisorScenario;
import dev.ariadne.concurrent.SerialExecutorScenario;
import dev.ariadne.connector.mirai.PendingCallsScenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    private static final String EXCEPTION = "dev/ariadne/AriadneException.class";

    private static final String ACCOUNT_LOG = "dev/ariadne/account/AccountLog.class";

    private static final String ACCOUNT_LINK = "dev/ariadne/account/AccountLink.class";

    @TempDir
    private static Path changed;

    @BeforeAll
    static void changeClasses() throws Exception {
        // The model checker takes the loops of regular expressions for threads that wait for each other.
        for (Path folder : List.of(changed.resolve("sound"), folder(Bug.NO_LOCK_OF_LINK),
                folder(Bug.STOP_NOT_SEEN))) {
            ChangedClasses.write(folder, EXCEPTION, Change.returnArgument("oneLine"));
            ChangedClasses.write(folder, ACCOUNT_LOG, Change.returnArgument("oneLine"));
        }
        ChangedClasses.writeAll(folder(Bug.NO_LOCKS), Change.NO_LOCK);
        ChangedClasses.write(folder(Bug.NO_LOCK_OF_LINK), ACCOUNT_LINK, Change.NO_LOCK);
        ChangedClasses.write(folder(Bug.STOP_NOT_SEEN), ACCOUNT_LINK, Change.ignore("completed", "stopping"));
    }

    private static Path folder(Bug bug) {
        return changed.resolve(bug.name());
    }

    @ParameterizedTest
    @ValueSource(classes = { SerialExecutorScenario.class, PendingCallsScenario.class, EventDispatcherScenario.class,
            SupervisorScenario.class, AccountLinkScenario.class })
    void whenThreadsTakeTurnsInManyWaysThenWhatIsPromisedHolds(Class<?> scenario) throws Exception {
        assertThat(check(scenario, changed.resolve("sound"))).isEqualTo(ModelCheck.NOTHING_FOUND);
    }

    @ParameterizedTest
    @ValueSource(classes = { SerialExecutorScenario.class, PendingCallsScenario.class, EventDispatcherScenario.class,
            SupervisorScenario.class })
    void whenALockDoesNotLockThenItIsFound(Class<?> scenario) throws Exception {
        assertThat(check(scenario, folder(Bug.NO_LOCKS))).isEqualTo(ModelCheck.FOUND);
    }

    @ParameterizedTest
    @EnumSource(names = { "NO_LOCK_OF_LINK", "STOP_NOT_SEEN" })
    void whenTheStateOfAnAccountHasABugThenItIsFound(Bug bug) throws Exception {
        assertThat(check(AccountLinkScenario.class, folder(bug))).isEqualTo(ModelCheck.FOUND);
    }

    private static int check(Class<?> scenario, Path first) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The model checker reads what the JDK's objects hold; where it cannot, it ends a thread of the scenario.
        OPENED.forEach((name) -> command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED")));
        String classPath = first + File.pathSeparator + System.getProperty("java.class.path");
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

    private enum Bug {

        /** No lock of the project locks. */
        NO_LOCKS,

        NO_LOCK_OF_LINK,

        /** What comes of an attempt is used although the account has been stopped meanwhile. */
        STOP_NOT_SEEN

    }

}
