package dev.ariadne.aot;

import java.util.function.BiConsumer;

import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.autoconfigure.AccountProperties;
import dev.ariadne.autoconfigure.AriadneAutoConfiguration;
import dev.ariadne.autoconfigure.AriadneProperties;
import dev.ariadne.autoconfigure.BackgroundAutoConfiguration;
import dev.ariadne.autoconfigure.MiraiAutoConfiguration;
import dev.ariadne.autoconfigure.MiraiProperties;
import dev.ariadne.autoconfigure.RestartProperties;
import dev.ariadne.autoconfigure.SandboxAutoConfiguration;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundScope;
import dev.ariadne.background.BackgroundTask;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.background.BackgroundTaskState;
import dev.ariadne.test.AriadneProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that is processed ahead of time.
 */
class AheadOfTimeTests {

    private static final TestPropertyValues PROPERTIES = TestPropertyValues.of("ariadne.accounts.alice.id=10001",
            "ariadne.accounts.alice.connector=sandbox");

    private static void process(BiConsumer<RuntimeHints, Runnable> check, ContextCheck running) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            PROPERTIES.applyTo(context);
            context.register(Application.class, AriadneAutoConfiguration.class, BackgroundAutoConfiguration.class,
                    MiraiAutoConfiguration.class, SandboxAutoConfiguration.class);
            TestGenerationContext generation = new TestGenerationContext();
            ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            generation.writeGeneratedContent();
            check.accept(generation.getRuntimeHints(), () -> TestCompiler.forSystem().with(generation)
                .compile((compiled) -> run(compiled, initializer, running)));
        }
    }

    @SuppressWarnings("unchecked")
    private static void run(Compiled compiled, ClassName initializer, ContextCheck running) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            PROPERTIES.applyTo(context);
            compiled.getInstance(ApplicationContextInitializer.class, initializer.canonicalName()).initialize(context);
            context.refresh();
            running.check(context);
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    @CompileWithForkedClassLoader
    void whenStartedFromGeneratedCodeThenTasksAreWhatTheirAnnotationsSay() {
        process((hints, start) -> start.run(), (context) -> {
            AriadneProbe probe = context.getBean(AriadneProbe.class);
            assertThat(probe.awaitTask("alice", "byLambda", BackgroundTaskState.COMPLETED).scope())
                .isEqualTo(BackgroundScope.APPLICATION);
            probe.awaitTask("alice", "poller.poll", BackgroundTaskState.COMPLETED);
            probe.awaitTask("alice", "byType", BackgroundTaskState.COMPLETED);
            assertThat(context.getBean(BackgroundTaskRegistry.class).snapshots()).hasSize(3);
        });
    }

    @Test
    void whenAMethodIsATaskThenANativeImageCanCallIt() {
        process((hints, start) -> assertThat(RuntimeHintsPredicates.reflection()
            .onMethodInvocation(Poller.class, "poll")).accepts(hints), (context) -> {
            });
    }

    @ParameterizedTest
    @ValueSource(classes = { AriadneProperties.class, RestartProperties.class, AccountProperties.class,
            MiraiProperties.class, MiraiProperties.Client.class, MiraiProperties.Server.class })
    void whenSomethingIsConfiguredThenANativeImageCanBindIt(Class<?> type) {
        process((hints, start) -> assertThat(RuntimeHintsPredicates.reflection()
            .onConstructorInvocation(type.getDeclaredConstructors()[0])).accepts(hints), (context) -> {
            });
    }

    @FunctionalInterface
    private interface ContextCheck {

        void check(GenericApplicationContext context) throws Exception;

    }

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        AriadneProbe probe(Accounts accounts, BackgroundTaskRegistry tasks) {
            return new AriadneProbe(accounts, tasks);
        }

        @Bean
        Poller poller() {
            return new Poller();
        }

        @Bean
        ByType byType() {
            return new ByType();
        }

        @Bean
        @AriadneBackground(scope = BackgroundScope.APPLICATION)
        BackgroundTask byLambda() {
            return (context) -> {
            };
        }

    }

    static class Poller {

        @AriadneBackground
        void poll(Ariadne ariadne) {
            assertThat(ariadne.name()).isEqualTo("alice");
        }

    }

    @AriadneBackground("byType")
    static class ByType implements BackgroundTask {

        @Override
        public void run(BackgroundContext context) {
            assertThat(context.taskName()).isEqualTo("byType");
        }

    }

}
