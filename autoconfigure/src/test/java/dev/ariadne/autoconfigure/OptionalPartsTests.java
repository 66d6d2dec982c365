package dev.ariadne.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.autoconfigure.endpoint.AriadneEndpoint;
import dev.ariadne.autoconfigure.endpoint.AriadneEndpointAutoConfiguration;
import dev.ariadne.autoconfigure.health.AccountsHealthContributor;
import dev.ariadne.autoconfigure.health.AriadneHealthContributorAutoConfiguration;
import dev.ariadne.autoconfigure.metrics.AriadneMetrics;
import dev.ariadne.autoconfigure.metrics.AriadneMetricsAutoConfiguration;
import dev.ariadne.autoconfigure.metrics.AriadneObservationAutoConfiguration;
import dev.ariadne.autoconfigure.metrics.BackgroundRunObservationContext;
import dev.ariadne.background.BackgroundTask;
import dev.ariadne.background.RunInterceptor;
import dev.ariadne.connector.sandbox.SandboxSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OptionalPartsTests {

    /** Each library without which the application starts, and the beans that are missing then. */
    static final List<Map.Entry<List<String>, List<Class<?>>>> ABSENCES = List.of(
            Map.entry(List.of("org.springframework.boot.actuate"), List.of(AriadneEndpoint.class)),
            Map.entry(List.of("org.springframework.boot.health"), List.of(AccountsHealthContributor.class)),
            Map.entry(List.of("org.springframework.boot.micrometer.metrics"), List.of(AriadneMetrics.class)),
            Map.entry(List.of("org.springframework.boot.micrometer.observation"), List.of(RunInterceptor.class)),
            Map.entry(List.of("io.micrometer"), List.of(AriadneMetrics.class, RunInterceptor.class)),
            Map.entry(List.of("org.springframework.web", "jakarta.servlet"), List.of()),
            Map.entry(List.of("org.springframework.boot.actuate", "org.springframework.boot.health", "io.micrometer",
                    "org.springframework.boot.micrometer", "org.springframework.web", "jakarta.servlet"),
                    List.of(AriadneEndpoint.class, AccountsHealthContributor.class, AriadneMetrics.class,
                            RunInterceptor.class)));

    private static final Class<?>[] OURS = { AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
            MiraiAutoConfiguration.class, MiraiServerAutoConfiguration.class, SandboxAutoConfiguration.class,
            AriadneEndpointAutoConfiguration.class,
            AriadneHealthContributorAutoConfiguration.class, AriadneMetricsAutoConfiguration.class,
            AriadneObservationAutoConfiguration.class };

    private static final List<Class<?>> BOOTS = List.of(MetricsAutoConfiguration.class,
            CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
            ObservationAutoConfiguration.class, HealthContributorAutoConfiguration.class,
            HealthContributorRegistryAutoConfiguration.class);

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(OURS))
        .withPropertyValues("ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox",
                "management.endpoints.web.exposure.include=*");

    private final ApplicationContextRunner full = without(List.of());

    private ApplicationContextRunner without(List<String> absent) {
        Class<?>[] present = BOOTS.stream()
            .filter((type) -> absent.stream().noneMatch((part) -> type.getName().startsWith(part)))
            .toArray(Class<?>[]::new);
        return this.bare.withConfiguration(AutoConfigurations.of(present))
            .withClassLoader(new FilteredClassLoader(absent.toArray(String[]::new)));
    }

    @Test
    void whenAllLibrariesArePresentThenSoAreAllParts() {
        this.full.run((context) -> assertThat(context).hasSingleBean(AriadneEndpoint.class)
            .hasSingleBean(AccountsHealthContributor.class).hasSingleBean(AriadneMetrics.class)
            .hasSingleBean(RunInterceptor.class));
    }

    @ParameterizedTest
    @FieldSource("ABSENCES")
    void whenALibraryIsAbsentThenTheApplicationStartsWithoutItsPart(Map.Entry<List<String>, List<Class<?>>> absence) {
        without(absence.getKey()).run((context) -> {
            awaitOnline(context);
            absence.getValue().forEach((missing) -> assertThat(context).doesNotHaveBean(missing));
        });
    }

    @Test
    void whenSwitchedOffThenNothingIsThere() {
        this.full.withPropertyValues("ariadne.enabled=false")
            .run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AriadneEndpoint.class)
                .doesNotHaveBean(AccountsHealthContributor.class).doesNotHaveBean(AriadneMetrics.class)
                .doesNotHaveBean(RunInterceptor.class));
    }

    @Test
    void whenHealthOfAccountsIsSwitchedOffThenItIsNotTold() {
        this.full.withPropertyValues("management.health.ariadne.enabled=false")
            .run((context) -> assertThat(context).doesNotHaveBean(AccountsHealthContributor.class));
    }

    @Test
    void whenTheEndpointIsNotExposedThenItIsNotThere() {
        this.full.withPropertyValues("management.endpoints.web.exposure.include=health")
            .run((context) -> assertThat(context).doesNotHaveBean(AriadneEndpoint.class));
    }

    @Test
    void whenAnAccountGoesOnlineThenTheApplicationsMetricsTellIt() {
        this.full.run((context) -> {
            awaitOnline(context);
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("ariadne.connects").tag("account", "alice").counter().count()).isEqualTo(1);
            assertThat(status(registry, "alice", "ONLINE")).isEqualTo(1);
            assertThat(status(registry, "alice", "OFFLINE")).isZero();
        });
    }

    @Test
    void whenAnAccountIsRemovedThenItsMetersAre() {
        this.full.run((context) -> {
            awaitOnline(context);
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            Accounts accounts = context.getBean(Accounts.class);
            accounts.add("bob", AccountSettings.of(10002, new SandboxSettings()));
            assertThat(registry.find("ariadne.accounts").tag("account", "bob").meters()).isNotEmpty();
            accounts.remove("bob");
            assertThat(registry.getMeters()).filteredOn((meter) -> "bob".equals(meter.getId().getTag("account")))
                .isEmpty();
        });
    }

    @Test
    void whenTheApplicationHasInterceptorsThenRunsAreObservedAllTheSame() {
        this.full.withUserConfiguration(Interceptors.class).run((context) -> {
            assertThat(context).hasNotFailed();
            BlockingQueue<String> seen = context.getBean(Interceptors.class).seen;
            for (String expected : List.of("outside", "observation", "first", "last", "run")) {
                assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Interceptors {

        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Bean
        BackgroundTask task() {
            return (context) -> this.seen.add("run");
        }

        @Bean
        RunInterceptor last() {
            return interceptor("last");
        }

        @Bean
        @Order(1)
        RunInterceptor first() {
            return interceptor("first");
        }

        @Bean
        @Order(-1)
        RunInterceptor outside() {
            return interceptor("outside");
        }

        private RunInterceptor interceptor(String name) {
            return (ariadne, task, run, work) -> {
                this.seen.add(name);
                work.run();
            };
        }

        @Bean
        ObservationHandler<BackgroundRunObservationContext> handler() {
            return new ObservationHandler<>() {

                @Override
                public void onStart(BackgroundRunObservationContext context) {
                    Interceptors.this.seen.add("observation");
                }

                @Override
                public boolean supportsContext(Observation.Context context) {
                    return context instanceof BackgroundRunObservationContext;
                }

            };
        }

    }

    private static double status(MeterRegistry registry, String account, String status) {
        return registry.get("ariadne.accounts").tags("account", account, "status", status).gauge().value();
    }

    private static void awaitOnline(AssertableApplicationContext context) {
        assertThat(context).hasNotFailed();
        await().until(() -> context.getBean(Accounts.class).getDefault().status() == AccountStatus.ONLINE);
    }

}
