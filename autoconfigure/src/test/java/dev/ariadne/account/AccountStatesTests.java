package dev.ariadne.account;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.ariadne.model.Change;
import dev.ariadne.model.ChangedClasses;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets what can happen to an account happen in very many orders, and shows that a bug would be found.
 */
class AccountStatesTests {

    private static final Logger logger = (Logger) LoggerFactory.getLogger("dev.ariadne");

    @BeforeAll
    static void beSilent() {
        logger.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        logger.setLevel(null);
    }

    @Test
    void whenThingsHappenByChanceThenAnAccountIsAlwaysAsItHasToBe() {
        new AccountWalks().run();
    }

    @Test
    void whenThingsHappenInEveryOrderThenAnAccountIsAlwaysAsItHasToBe() {
        new AccountSequences().run();
    }

    @ParameterizedTest
    @EnumSource
    void whenAnAccountHasABugThenItIsFound(Bug bug, @TempDir Path changed) throws Exception {
        ChangedClasses.write(changed, "dev/ariadne/account/" + bug.type + ".class", bug.change);
        try (URLClassLoader classes = new OwnClasses(changed)) {
            IntConsumer walks = classes.loadClass(AccountWalks.class.getName()).asSubclass(IntConsumer.class)
                .getDeclaredConstructor().newInstance();
            assertThat(failuresUntil(bug.found, walks)).last(InstanceOfAssertFactories.STRING).contains(bug.found);
        }
    }

    /** A bug may break more than one rule: walks until one fails by the rule that is asked for. */
    private static List<String> failuresUntil(String found, IntConsumer walks) {
        List<String> failures = new ArrayList<>();
        for (int seed = 0; seed < AccountWalks.WALKS; seed++) {
            try {
                walks.accept(seed);
            }
            catch (AssertionError ex) {
                failures.add(String.valueOf(ex.getMessage()));
                if (failures.get(failures.size() - 1).contains(found)) {
                    return failures;
                }
            }
        }
        return failures;
    }

    @SuppressWarnings("ImmutableEnumChecker") // a change keeps nothing
    enum Bug {

        ATTEMPT_AFTER_STOP("AccountLink", Change.ignore("attempt", "stopping"), "although it is stopped"),

        RETRY_AFTER_STOP("AccountLink", Change.omit("stop", "cancelAttempt"), "is to connect although it is stopped"),

        ATTEMPT_NOT_ABANDONED("AccountLink", Change.omit("stop", "connecting"), "it connects although it is stopped"),

        LOSS_OF_FORMER_CONNECTION("AccountLink", Change.takeForArgument("lost", "attempt"),
                "a connection is left open"),

        LOSS_BEFORE_COMPLETION("AccountLink", Change.omit("completed", "lostBy"), "it is ONLINE"),

        LOGIN_KEEPS_RETRY("AccountLink", Change.omit("loggedIn", "cancelAttempt"),
                "cannot go from ONLINE to CONNECTING"),

        LOGIN_NOT_REPLACED("AccountLink", Change.omit("connected", "scheduleReplacement"), "it is OFFLINE, connected"),

        CONNECTION_NOT_CLOSED("AccountLink", Change.ignore("giveUpConnection", "connection"),
                "a connection is left open"),

        CALLS_NOT_TOLD("AccountLink", Change.omit("become", "tellAwaiting"), "a call waits for nothing"),

        CALL_TIMER_LEFT("AwaitedConnections", Change.omit("await", "cancel"), "a timer is left"),

        NOT_RETIRED("AccountSession", Change.omit("stopListeners", "retire"), "it is closed but not stopped"),

        LAUNCH_NOT_TOLD("LifecyclePublications", Change.omit("launch", "publish"),
                "the companion is launched twice, or without the account"),

        ONLINE_TWICE("AccountLink", Change.omit("disconnected", "offline"), "it is online twice"),

        NOT_LAUNCHED("LifecyclePublications", Change.omit("online", "compareAndSet"),
                "the companion is online twice, or before the launch"),

        NOT_SHUT_DOWN("LifecyclePublications", Change.omit("shutDownNow", "publish"), "1 launches and 0 shutdowns"),

        STOPPING_NOT_SEEN("LifecyclePublications", Change.ignore("online", "stopping"),
                "it has never become offline"),

        STARTED_TWICE("AccountLink", Change.omit("start", "become"), "it connects while it connects"),

        REPLACED_CONNECTION_NOT_CLOSED("AccountLink", Change.ignore("giveUpConnection", "connection"),
                "it connects while it is connected"),

        CLOSING_NOT_WAITED_FOR("AccountLink", Change.keep("giveUp", "closed"),
                "it connects while the connection is being closed"),

        ATTEMPT_FORGOTTEN("AccountLink", Change.omit("attempt", "remember"),
                "it counts as closed while it is being closed"),

        LINK_NOT_CLOSED("AccountLink", Change.omit("close", "run"), "it is never closed"),

        OFFLINE_FIRST("LifecyclePublications", Change.assume("offline", "getAndSet"),
                "it is offline without having been online"),

        LAUNCHED_TWICE("LifecyclePublications", Change.assume("online", "compareAndSet"), "it is launched twice"),

        SHUT_DOWN_ONLY("LifecyclePublications", Change.omit("online", "launch"),
                "it is shut down without having been launched"),

        LISTENERS_NOT_CLOSED("AccountSession", Change.omit("stopListeners", "close"),
                "an event is delivered before the launch or after the shutdown"),

        COMPANION_NOT_ONLINE("LifecyclePublications", Change.omit("online", "tellAll"),
                "the companion is offline without having been online"),

        COMPANION_NOT_STOPPED("LifecyclePublications", Change.omit("stop", "stop"),
                "the companion is never stopped");

        private final String type;

        private final Change change;

        private final String found;

        Bug(String type, Change change, String found) {
            this.type = type;
            this.change = change;
            this.found = found;
        }

    }

    /** Loads the classes of this project once more, as they are in a folder if they are there. */
    private static final class OwnClasses extends URLClassLoader {

        OwnClasses(Path folder) throws IOException {
            super(new URL[] { folder.toUri().toURL() }, AccountStatesTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null || !name.startsWith("dev.ariadne.")) {
                    return (loaded != null) ? loaded : super.loadClass(name, resolve);
                }
                return define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            URL changed = findResource(file);
            try (InputStream in = (changed != null) ? changed.openStream() : getParent().getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            }
            catch (IOException ex) {
                throw new ClassNotFoundException(name, ex);
            }
        }

    }

}
