package dev.ariadne.chaos;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.background.BackgroundTaskHandle;
import dev.ariadne.background.BackgroundTaskRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Fifty accounts on a bad network, with a server that restarts, tasks that fail, hang and flap, and operators who
 * interfere. For two minutes, or as long as {@code -Dchaos.duration=PT1H} says; {@code -Dchaos.seed=42} begins with the
 * same random numbers again; what meets what is up to the threads all the same. What must always hold is looked at all
 * the time, and ends the test at once; what must hold after the end is looked at then.
 */
class ChaosSoakTests {

    private static final Logger logger = LoggerFactory.getLogger(ChaosSoakTests.class);

    private static final int ACCOUNTS = 50;

    private static final Duration DURATION = Duration.parse(System.getProperty("chaos.duration", "PT2M"));

    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());

    private static final long HEAP_SLACK = 24L * 1024 * 1024;

    private static final List<String> TASKS = List.of("steady", "failing", "hard-of-hearing", "deaf", "hanging",
            "flapping", "connected", "awaited", "scheduled");

    /** Many times as long as a call may take, since the machine is busy. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private final Random random = new Random(SEED);

    /** The levels of the application under test are those of the whole JVM. */
    @AfterEach
    void resetLevels() {
        List.of("dev.ariadne", "dev.ariadne.background", "dev.ariadne.chaos")
            .forEach((name) -> logger(name).setLevel(null));
    }

    private static ch.qos.logback.classic.Logger logger(String name) {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(name);
    }

    @Test
    void whenEverythingGoesWrongForAWhileThenWhatMustHoldHolds() throws Exception {
        logger.info("chaos.seed={} chaos.duration={}", SEED, DURATION);
        // What is loaded once and for all is not what is looked for.
        soak(Duration.ofSeconds(2));
        long heap = usedHeap();
        long descriptors = descriptors();
        int threads = Thread.getAllStackTraces().size();
        Ledger ledger = soak(DURATION);
        assertThat(ledger.launches.get()).isGreaterThan(ACCOUNTS / 2);
        assertThat(ledger.callsSucceeded.sum()).isPositive();
        assertThat(ledger.messages.sum()).isPositive();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(threads()).isEmpty());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Thread.getAllStackTraces()).hasSizeLessThanOrEqualTo(threads + 8);
            assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 8);
            assertThat(usedHeap()).isLessThan(heap + HEAP_SLACK);
        });
    }

    private Ledger soak(Duration duration) throws Exception {
        try (PeerServer server = new PeerServer(this.random);
                FaultyProxy proxy = new FaultyProxy(server.port(), this.random);
                ConfigurableApplicationContext context = start(proxy.port())) {
            Accounts accounts = context.getBean(Accounts.class);
            BackgroundTaskRegistry tasks = context.getBean(BackgroundTaskRegistry.class);
            Ledger ledger = context.getBean(Ledger.class);
            long end = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < end && ledger.violations.isEmpty()) {
                interfere(server, proxy, accounts, tasks);
                ledger.checkCalls(LONGEST_CALL);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            proxy.heal();
            tasks.names().forEach((name) -> tasks.get(name).resume());
            accounts.forEach((account) -> accounts.start(account.name()));
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(accounts)
                .allSatisfy((account) -> assertThat(account.status()).isEqualTo(AccountStatus.ONLINE)));
            context.close();
            // What was abandoned ends a while later.
            await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger.atTheEnd()).as("chaos.seed=%d", SEED).isEmpty());
            logger.info("{} launches, {} runs, {} messages, {} calls of which {} failed", ledger.launches, ledger.runs,
                    ledger.messages, ledger.calls, ledger.callsFailed);
            return ledger;
        }
    }

    private void interfere(PeerServer server, FaultyProxy proxy, Accounts accounts,
            BackgroundTaskRegistry tasks) {
        Ariadne account = accounts.get("bot" + this.random.nextInt(ACCOUNTS));
        BackgroundTaskHandle task = tasks.get(TASKS.get(this.random.nextInt(TASKS.size()))).account(account.name());
        switch (this.random.nextInt(400)) {
            case 0 -> proxy.restart(Duration.ofMillis(this.random.nextLong(1000)));
            case 1, 2, 3 -> accounts.stop(account.name());
            case 4, 5, 6, 7, 8, 9 -> accounts.start(account.name());
            case 10, 11, 12, 13 -> task.pause();
            case 14, 15, 16, 17, 18 -> task.resume();
            case 19, 20 -> task.restart();
            case 21 -> server.closeLinks();
            default -> server.say();
        }
    }

    private static ConfigurableApplicationContext start(int port) {
        List<String> properties = new ArrayList<>(List.of("ariadne.default-account=bot0",
                "spring.main.banner-mode=off", "logging.level.dev.ariadne=ERROR",
                "logging.level.dev.ariadne.background=OFF", "logging.level.dev.ariadne.chaos=INFO",
                "ariadne.call-timeout=2s", "ariadne.connect.timeout=2s", "ariadne.connect.initial-delay=50ms",
                "ariadne.connect.max-delay=500ms", "ariadne.connect.heartbeat-interval=500ms",
                "ariadne.background.restart.initial-delay=20ms", "ariadne.background.restart.max-delay=200ms",
                "ariadne.background.restart.max-restarts=1000000", "ariadne.dispatch.max-pending=100",
                "ariadne.background.await-timeout=2s", "ariadne.background.shutdown-timeout=3s"));
        for (int i = 0; i < ACCOUNTS; i++) {
            String account = "ariadne.accounts.bot" + i + ".";
            properties.addAll(List.of(account + "id=" + (10000 + i), account + "mirai.verify-key=k",
                    account + "mirai.websocket-client.url=http://127.0.0.1:" + port));
        }
        return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
            .properties(properties.toArray(String[]::new)).run();
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < 3; look++) {
            System.gc();
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Returns how many descriptors are open, 0 where that is not known. */
    private static long descriptors() {
        String[] open = new File("/proc/self/fd").list();
        return (open != null) ? open.length : 0;
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
            .filter((name) -> name.startsWith("ariadne")).toList();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Ledger ledger() {
            return new Ledger();
        }

        @Bean
        ChaosTasks chaosTasks(Ledger ledger) {
            return new ChaosTasks(ledger);
        }

    }

}
