package dev.ariadne.model;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ariadne.account.AccountLinkScenario;
import dev.ariadne.account.EventDispatcherScenario;
import dev.ariadne.background.SupervisorScenario;
import dev.ariadne.concurrent.SerialExecutorScenario;
import dev.ariadne.connector.mirai.PendingCallsScenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    /** How many it may take to find a bug. */
    private static final int ENOUGH = 10 * INTERLEAVINGS;

    private static final int PATIENCE_SECONDS = 240 + INTERLEAVINGS;

    private static final List<String> OPENED = List.of("java.lang", "java.util", "java.util.concurrent",
            "java.util.concurrent.locks", "java.util.regex");

    private static final String EXCEPTION = "dev/ariadne/AriadneException.class";

    private static final String SOUND = "sound";

    private static final String NO_LOCKS = "no-locks";

    private static final String OUTPUT = "output.txt";

    /** All are checked by one JVM, which takes half as long as one for each. */
    private static final Class<?>[] SCENARIOS = { SerialExecutorScenario.class, PendingCallsScenario.class,
            EventDispatcherScenario.class, SupervisorScenario.class, AccountLinkScenario.Stop.class,
            AccountLinkScenario.Loss.class, AccountLinkScenario.Wait.class };

    @TempDir
    private static Path changed;

    @BeforeAll
    static void changeClasses() throws Exception {
        // The model checker takes the loops of regular expressions for threads that wait for each other.
        ChangedClasses.write(changed.resolve(SOUND), EXCEPTION, Change.returnArgument("oneLine"));
        ChangedClasses.writeAll(changed.resolve(NO_LOCKS), Change.NO_LOCK);
        ChangedClasses.write(changed.resolve(NO_LOCKS), EXCEPTION, Change.returnArgument("oneLine"));
        for (Bug bug : Bug.values()) {
            Path folder = changed.resolve(bug.name());
            ChangedClasses.write(folder, EXCEPTION, Change.returnArgument("oneLine"));
            ChangedClasses.write(folder, "dev/ariadne/account/AccountLink.class", bug.change);
        }
    }

    @Test
    void whenThreadsTakeTurnsInManyWaysThenWhatIsPromisedHolds() throws Exception {
        assertThat(check(SOUND, INTERLEAVINGS, SCENARIOS)).as(ModelCheckingTests::said).isEqualTo(ModelCheck.NOTHING_FOUND);
    }

    @ParameterizedTest
    @ValueSource(classes = { SerialExecutorScenario.class, PendingCallsScenario.class, EventDispatcherScenario.class,
            SupervisorScenario.class })
    void whenNoLockLocksThenItIsFound(Class<?> scenario) throws Exception {
        assertThat(check(NO_LOCKS, ENOUGH, scenario)).isEqualTo(ModelCheck.FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void whenTheStateOfAnAccountHasABugThenItIsFound(Bug bug) throws Exception {
        assertThat(check(bug.name(), ENOUGH, bug.scenario)).isEqualTo(ModelCheck.FOUND);
    }

    private static int check(String change, int interleavings, Class<?>... scenarios) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The model checker leaves files behind.
        command.add("-Djava.io.tmpdir=" + changed);
        // It does not live long enough to be worth compiling well.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // The model checker reads what the JDK's objects hold; where it cannot, it ends a thread of the scenario.
        OPENED.forEach((name) -> command.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED")));
        String classPath = changed.resolve(change) + File.pathSeparator + System.getProperty("java.class.path");
        command.addAll(List.of("-cp", classPath, ModelCheck.class.getName(), Integer.toString(interleavings)));
        Stream.of(scenarios).map(Class::getName).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(changed.resolve(OUTPUT).toFile()).start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
            return process.exitValue();
        }
        finally {
            process.destroyForcibly();
        }
    }

    /** Returns how the report of the model checker begins, which tells what is wrong, and where. */
    private static String said() {
        try (Stream<String> lines = Files.lines(changed.resolve(OUTPUT))) {
            return lines.filter((line) -> !line.contains("WARN")).limit(15).collect(Collectors.joining("\n"));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Bugs of {@code AccountLink}. */
    @SuppressWarnings("ImmutableEnumChecker") // a change keeps nothing
    enum Bug {

        NO_LOCK_AT_STOP(AccountLinkScenario.Stop.class, Change.NO_LOCK),

        NO_LOCK_AT_WAIT(AccountLinkScenario.Wait.class, Change.NO_LOCK),

        /** What comes of an attempt is used although the account has been stopped meanwhile. */
        STOP_NOT_SEEN_AFTER_ATTEMPT(AccountLinkScenario.Stop.class, Change.ignore("completed", "stopping")),

        /** Another attempt follows a loss although the account has been stopped meanwhile. */
        STOP_NOT_SEEN_AFTER_LOSS(AccountLinkScenario.Loss.class, Change.ignore("disconnected", "stopping"));

        private final Class<?> scenario;

        private final Change change;

        Bug(Class<?> scenario, Change change) {
            this.scenario = scenario;
            this.change = change;
        }

    }

}
