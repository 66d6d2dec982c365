package dev.ariadne.background;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.event.AriadneEventPublisher;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.ChildBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.core.OverridingClassLoader;
import org.springframework.core.annotation.AnnotationConfigurationException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.Async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link BackgroundTaskDiscovery}, in a real context.
 */
class BackgroundTaskDiscoveryTests {

    private static final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    private static final List<String> made = new CopyOnWriteArrayList<>();

    private final FakeAccounts accounts = new FakeAccounts("alice", "bob");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void clear() {
        calls.clear();
        made.clear();
        this.accounts.launch("alice");
        this.accounts.launch("bob");
    }

    @AfterEach
    void close() {
        this.context.close();
    }

    private BackgroundTaskRegistry start(Class<?>... beans) {
        this.context.getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("test", Map.of("bots", "alice, 10002", "task", "named")));
        this.context.registerBean(Accounts.class, () -> this.accounts);
        this.context.registerBean(BackgroundSettings.class, () -> TaskFixture.SETTINGS);
        this.context.registerBean(BackgroundTaskRegistry.class);
        this.context.registerBean(BackgroundTaskDiscovery.class,
                () -> new BackgroundTaskDiscovery(this.context.getBeanFactory(),
                        this.context.getBean(BackgroundTaskRegistry.class)));
        this.context.registerBean(BackgroundTaskLifecycle.class, this::lifecycle);
        this.context.getBeanFactory().registerScope("thread", new SimpleThreadScope());
        Arrays.stream(beans).forEach((bean) -> this.context.registerBean(nameOf(bean), bean));
        this.context.refresh();
        return this.context.getBean(BackgroundTaskRegistry.class);
    }

    private BackgroundTaskLifecycle lifecycle() {
        return new BackgroundTaskLifecycle(this.context.getBean(BackgroundTaskRegistry.class), this.accounts,
                this.accounts, TaskFixture.SETTINGS, new AriadneEventPublisher(this.context), () -> {
                });
    }

    private static String nameOf(Class<?> bean) {
        String name = bean.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private InvalidBackgroundTaskException startFails(Class<?>... beans) {
        InvalidBackgroundTaskException failure = catchThrowableOfType(InvalidBackgroundTaskException.class,
                () -> start(beans));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static void assertCalls(String... expected) {
        Awaitility.await().untilAsserted(() -> assertThat(calls).containsExactlyInAnyOrder(expected));
    }

    private static List<String> names(BackgroundTaskRegistry tasks) {
        return tasks.tasks().stream().map(RegisteredTask::name).sorted().toList();
    }

    @Test
    void whenMethodsAreAnnotatedThenEachIsATaskWithItsParameters() {
        assertThat(names(start(Methods.class))).containsExactly("methods.both", "methods.none", "methods.reverse",
                "named");
        assertCalls("both alice", "both bob", "reverse alice", "reverse bob", "none alice", "none bob", "some alice",
                "some bob");
    }

    static class Methods {

        @AriadneBackground
        void both(Ariadne ariadne, BackgroundContext context) {
            assertThat(context.ariadne()).isSameAs(ariadne);
            calls.add("both " + ariadne.name());
        }

        @AriadneBackground
        @SuppressWarnings("UnusedMethod")
        private void reverse(BackgroundContext context, Ariadne ariadne) {
            assertThat(context.taskName()).isEqualTo("methods.reverse");
            calls.add("reverse " + ariadne.name());
        }

        @AriadneBackground
        protected void none() {
            calls.add("none " + Ariadne.current().name());
        }

        @AriadneBackground(name = "${task}", accounts = "${bots}")
        public void some(Ariadne ariadne) {
            calls.add("some " + ariadne.name());
        }

        void notATask() {
            calls.add("not a task");
        }

    }

    @Test
    void whenBeansImplementTheInterfaceThenTheyAreTasksWithOrWithoutAnnotation() {
        assertThat(names(start(TaskConfiguration.class, AnnotatedTask.class, RunAnnotatedTask.class)))
            .containsExactly("byMethod", "byType", "plain", "run");
        assertCalls("plain alice", "plain bob", "byMethod bob", "byType alice", "run alice");
    }

    @Configuration
    static class TaskConfiguration {

        @Bean
        BackgroundTask plain() {
            return (context) -> calls.add("plain " + context.ariadne().name());
        }

        @Bean
        @AriadneBackground(accounts = "bob")
        BackgroundTask byMethod() {
            return (context) -> calls.add("byMethod " + context.ariadne().name());
        }

    }

    @AriadneBackground(value = "byType", scope = BackgroundScope.APPLICATION)
    static class AnnotatedTask implements BackgroundTask {

        @Override
        public void run(BackgroundContext context) {
            calls.add("byType " + context.ariadne().name());
        }

    }

    static class RunAnnotatedTask implements BackgroundTask {

        @Override
        @AriadneBackground(name = "run", accounts = "alice")
        public void run(BackgroundContext context) {
            calls.add("run " + context.ariadne().name());
        }

    }

    @Test
    void whenABeanIsATaskAndHasMethodsThatAreThenAllOfThemRun() {
        assertThat(names(start(TaskWithMore.class))).containsExactly("taskWithMore", "taskWithMore.more",
                "taskWithMore.run");
        assertCalls("itself alice", "itself bob", "more alice", "more bob", "without context alice",
                "without context bob");
    }

    static class TaskWithMore implements BackgroundTask {

        @Override
        public void run(BackgroundContext context) {
            calls.add("itself " + context.ariadne().name());
        }

        @AriadneBackground
        void more(Ariadne ariadne) {
            calls.add("more " + ariadne.name());
        }

        @AriadneBackground
        void run(Ariadne ariadne) {
            calls.add("without context " + ariadne.name());
        }

    }

    @Test
    void whenBeanIsAPrototypeThenEachAccountGetsItsOwnAtEachLaunch() {
        start(PrototypeConfiguration.class);
        assertCalls("first run", "first run", "greeted", "greeted");
        // Both tasks of an account share one.
        assertThat(made).containsExactly("prototype", "prototype");
        this.context.stop();
        this.context.start();
        assertCalls("first run", "first run", "first run", "first run", "greeted", "greeted", "greeted", "greeted");
        assertThat(made).hasSize(4);
    }

    @Configuration
    static class PrototypeConfiguration {

        @Bean
        @Scope(BeanDefinition.SCOPE_PROTOTYPE)
        Prototype prototype() {
            return new Prototype();
        }

    }

    static class Prototype {

        private int runs;

        Prototype() {
            made.add("prototype");
        }

        @AriadneBackground
        void poll() {
            calls.add((++this.runs == 1) ? "first run" : "further run");
        }

        @AriadneBackground
        void greet() {
            calls.add("greeted");
        }

    }

    @Test
    void whenNotAllTasksOfAPrototypeRanInOneLaunchThenTheyShareAnInstanceInTheNextOne() {
        this.accounts.shutDownBeforeJoin();
        BackgroundTaskRegistry tasks = start(NumberedConfiguration.class);
        tasks.get("numbered.greet").pause();
        this.accounts.launch("alice");
        assertCalls("poll on 1");
        this.context.stop();
        tasks.get("numbered.greet").resume();
        tasks.get("numbered.poll").pause();
        this.context.start();
        assertCalls("poll on 1", "greet on 2");
        tasks.get("numbered.poll").resume();
        assertCalls("poll on 1", "greet on 2", "poll on 2");
    }

    @Configuration
    static class NumberedConfiguration {

        @Bean
        @Scope(BeanDefinition.SCOPE_PROTOTYPE)
        Numbered numbered() {
            return new Numbered();
        }

    }

    static class Numbered {

        private final int number;

        Numbered() {
            made.add("numbered");
            this.number = made.size();
        }

        @AriadneBackground
        void poll() {
            calls.add("poll on " + this.number);
        }

        @AriadneBackground
        void greet() {
            calls.add("greet on " + this.number);
        }

    }

    @Test
    void whenBeanIsLazyThenItIsNotMadeOnlyToBeLookedAt() {
        this.accounts.shutDownBeforeJoin();
        start(LazyConfiguration.class);
        assertThat(made).isEmpty();
        this.accounts.launch("alice");
        assertCalls("lazy");
        assertThat(made).containsExactly("lazy");
    }

    @Configuration
    static class LazyConfiguration {

        @Bean
        @Lazy
        LazyBean lazyBean() {
            return new LazyBean();
        }

    }

    static class LazyBean {

        LazyBean() {
            made.add("lazy");
        }

        @AriadneBackground
        void poll() {
            calls.add("lazy");
        }

    }

    @Test
    void whenSeveralBeansAreOfOneTypeThenEachHasItsTaskAndTheAbstractOneHasNone() {
        RootBeanDefinition template = new RootBeanDefinition(Twin.class);
        template.setAbstract(true);
        this.context.registerBeanDefinition("template", template);
        this.context.registerBeanDefinition("twin", new ChildBeanDefinition("template"));
        assertThat(names(start(TwinConfiguration.class))).containsExactly("other.poll", "twin.poll");
        assertCalls("twin", "twin", "twin", "twin");
    }

    @Configuration
    static class TwinConfiguration {

        @Bean
        Twin other() {
            return new Twin();
        }

    }

    static class Twin {

        @AriadneBackground
        void poll() {
            calls.add("twin");
        }

    }

    @Test
    void whenBeansOfOneTypeAreNamedByTheirFactoryMethodsThenEachHasItsOwnName() {
        assertThat(names(start(NamedTwinConfiguration.class))).containsExactly("first", "second", "third");
    }

    @Configuration
    static class NamedTwinConfiguration {

        @Bean
        @AriadneBackground("first")
        Waiter one() {
            return new Waiter();
        }

        @Bean
        @AriadneBackground("second")
        Waiter two() {
            return new Waiter();
        }

        @Bean
        Waiter third() {
            return new Waiter();
        }

    }

    static class Waiter implements BackgroundTask {

        @Override
        public void run(BackgroundContext context) {
            calls.add(context.taskName());
        }

    }

    @Test
    void whenBeanIsMadeByAFactoryBeanThenItsMethodsAreTasks() {
        assertThat(names(start(TwinFactory.class))).containsExactly("twinFactory.poll");
        assertCalls("twin", "twin");
    }

    static class TwinFactory implements FactoryBean<Twin> {

        @Override
        public Twin getObject() {
            return new Twin();
        }

        @Override
        public Class<?> getObjectType() {
            return Twin.class;
        }

    }

    @Test
    void whenBeanIsBehindAScopedProxyThenItIsOneTask() {
        assertThat(names(start(ScopedConfiguration.class))).containsExactly("scoped.poll");
        assertCalls("scoped", "scoped");
    }

    @Configuration
    static class ScopedConfiguration {

        @Bean
        @Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
        ScopedBean scoped() {
            return new ScopedBean();
        }

    }

    static class ScopedBean {

        @AriadneBackground
        public void poll() {
            calls.add("scoped");
        }

    }

    @Test
    void whenATaskIsBehindAScopedProxyThenTheAnnotationOfItsMethodHolds() {
        assertThat(start(ScopedTaskConfiguration.class).tasks()).singleElement()
            .satisfies((task) -> assertThat(task.name()).isEqualTo("byMethod"))
            .satisfies((task) -> assertThat(task.scope()).isEqualTo(BackgroundScope.APPLICATION));
        assertCalls("scoped task alice");
    }

    @Configuration
    static class ScopedTaskConfiguration {

        @Bean
        @Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
        @AriadneBackground(name = "byMethod", scope = BackgroundScope.APPLICATION)
        BackgroundTask scopedTask() {
            return (context) -> calls.add("scoped task " + context.ariadne().name());
        }

    }

    @Test
    void whenABeanIsNullThenItIsNoTask() {
        assertThat(names(start(NullConfiguration.class))).isEmpty();
    }

    @Configuration
    static class NullConfiguration {

        @Bean
        @Nullable Twin noTwin() {
            return null;
        }

        @Bean
        @Nullable BackgroundTask noTask() {
            return null;
        }

    }

    @Test
    void whenABeanDoesNotExpectToBeComparedToNullThenItIsNot() {
        assertThat(names(start(Incomparable.class))).containsExactly("incomparable.poll");
    }

    static class Incomparable {

        @AriadneBackground
        void poll() {
        }

        @Override
        public boolean equals(@Nullable Object other) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public int hashCode() {
            return 0;
        }

    }

    @Test
    void whenAnAnnotationContradictsItselfThenTheStartFails() {
        assertThatExceptionOfType(AnnotationConfigurationException.class).isThrownBy(() -> start(Contradiction.class));
    }

    static class Contradiction {

        @AriadneBackground(value = "poll", name = "poller")
        void poll() {
        }

    }

    @Test
    void whenABeanThatIsMadeForItsTaskIsNullThenThereIsNothingToDo() {
        BackgroundTaskRegistry tasks = start(LateNullConfiguration.class);
        assertThat(names(tasks)).containsExactly("noLazyTask", "noPrototypeTask", "noPrototypeTwin.poll",
                "noScopedTwin.poll");
        Awaitility.await()
            .untilAsserted(() -> assertThat(tasks.snapshots()).hasSize(8).allSatisfy(
                    (task) -> assertThat(task.state()).isEqualTo(BackgroundTaskState.COMPLETED)));
        assertThat(tasks.snapshots()).allSatisfy((task) -> assertThat(task.failures()).isZero());
    }

    @Configuration
    static class LateNullConfiguration {

        @Bean
        @Lazy
        @Nullable BackgroundTask noLazyTask() {
            return null;
        }

        @Bean
        @Scope(BeanDefinition.SCOPE_PROTOTYPE)
        @Nullable BackgroundTask noPrototypeTask() {
            return null;
        }

        @Bean
        @Scope(BeanDefinition.SCOPE_PROTOTYPE)
        @Nullable Twin noPrototypeTwin() {
            return null;
        }

        @Bean
        @Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
        @Nullable Twin noScopedTwin() {
            return null;
        }

    }

    @Test
    void whenATypeCannotBeLookedIntoThenItsBeanIsPassedOver() throws Exception {
        registerLazily("ofUnknown", withoutUnknown(OfUnknown.class));
        assertThat(names(start(TwinFactory.class))).containsExactly("twinFactory.poll");
    }

    @Test
    void whenTheTypeOfATaskCannotBeLookedIntoThenTheStartFails() throws Exception {
        registerLazily("taskOfUnknown", withoutUnknown(TaskOfUnknown.class));
        assertThatIllegalStateException().isThrownBy(() -> start(TwinFactory.class))
            .withMessageContaining(TaskOfUnknown.class.getName());
    }

    private void registerLazily(String beanName, Class<?> type) {
        RootBeanDefinition definition = new RootBeanDefinition(type);
        definition.setLazyInit(true);
        this.context.registerBeanDefinition(beanName, definition);
    }

    /** Loads a class where a class that it uses is missing. */
    private static Class<?> withoutUnknown(Class<?> type) throws ClassNotFoundException {
        return new OverridingClassLoader(type.getClassLoader()) {

            @Override
            protected boolean isEligibleForOverriding(String className) {
                return className.equals(type.getName());
            }

            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.equals(Unknown.class.getName())) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }

        }.loadClass(type.getName());
    }

    static class Unknown {

    }

    static class OfUnknown {

        @Nullable Unknown find() {
            return null;
        }

    }

    static class TaskOfUnknown implements BackgroundTask {

        @Override
        public void run(BackgroundContext context) {
        }

        @Nullable Unknown find() {
            return null;
        }

    }

    @Test
    void whenBeanHasAClassBasedProxyThenPackagePrivateMethodsGoThroughIt() {
        start(Advice.class, AnnotationAwareAspectJAutoProxyCreator.class, Advised.class);
        assertCalls("advice", "advised alice", "advice", "advised bob");
    }

    @Test
    void whenBeanHasAJdkProxyThenMethodsOfItsInterfacesGoThroughIt() {
        start(Advice.class, AnnotationAwareAspectJAutoProxyCreator.class, AdvisedByInterface.class);
        assertCalls("advice", "by interface alice", "advice", "by interface bob");
    }

    @Test
    void whenMethodIsMissingFromTheJdkProxyThenTheStartFails() {
        InvalidBackgroundTaskException failure = startFails(Advice.class, AnnotationAwareAspectJAutoProxyCreator.class,
                HiddenByInterface.class);
        assertThat(failure.getBeanName()).isEqualTo("hiddenByInterface");
        assertThat(failure.getMethod()).isEqualTo("HiddenByInterface.hidden()");
        assertThat(failure.getMend()).contains("interface", "proxyTargetClass");
    }

    @Test
    void whenMethodIsPrivateBehindAClassBasedProxyThenTheStartFails() {
        assertThat(startFails(Advice.class, AnnotationAwareAspectJAutoProxyCreator.class, AdvisedPrivate.class))
            .hasMessageContaining("AdvisedPrivate.poll()")
            .hasMessageContaining("private");
    }

    @Aspect
    static class Advice {

        @Before("@annotation(dev.ariadne.background.AriadneBackground)")
        void before() {
            calls.add("advice");
        }

    }

    static class Advised {

        private final String word = "advised ";

        @AriadneBackground
        void poll(Ariadne ariadne) {
            calls.add(this.word + ariadne.name());
        }

    }

    interface Poller {

        void poll(Ariadne ariadne);

    }

    static class AdvisedByInterface implements Poller {

        @Override
        @AriadneBackground
        public void poll(Ariadne ariadne) {
            calls.add("by interface " + ariadne.name());
        }

    }

    static class HiddenByInterface implements Poller {

        @Override
        public void poll(Ariadne ariadne) {
        }

        @AriadneBackground
        public void hidden() {
        }

    }

    static class AdvisedPrivate {

        @AriadneBackground
        public void advised() {
        }

        @AriadneBackground
        @SuppressWarnings("UnusedMethod")
        private void poll() {
        }

    }

    @Test
    void whenMethodCannotBeCalledThenTheStartFailsAndTellsWhy() {
        InvalidBackgroundTaskException failure = startFails(WrongParameter.class);
        assertThat(failure.getMethod()).isEqualTo("WrongParameter.poll(Ariadne, String)");
        assertThat(failure.getProblem()).contains("java.lang.String");
    }

    static class WrongParameter {

        @AriadneBackground
        void poll(Ariadne ariadne, String text) {
        }

    }

    @Test
    void whenMethodReturnsSomethingThenTheStartFails() {
        assertThat(startFails(WrongReturn.class)).hasMessageContaining("java.lang.String").hasMessageContaining("CompletionStage");
    }

    static class WrongReturn {

        @AriadneBackground
        String poll() {
            return "polled";
        }

    }

    @Test
    void whenATaskIsAsyncAndNobodyCouldWatchOverItThenTheStartFails() {
        assertThat(startFails(AsyncMethod.class)).hasMessageContaining("@Async");
    }

    @Test
    void whenABeanThatIsATaskIsAsyncThenTheStartFails() {
        assertThat(startFails(AsyncTask.class)).hasMessageContaining("@Async");
    }

    static class AsyncMethod {

        @Async
        @AriadneBackground
        void poll() {
        }

    }

    static class AsyncTask implements BackgroundTask {

        @Override
        @Async
        public void run(BackgroundContext context) {
        }

    }

    @Test
    void whenMethodIsStaticThenTheStartFails() {
        assertThat(startFails(StaticMethod.class)).hasMessageContaining("static");
    }

    static class StaticMethod {

        @AriadneBackground
        static void poll() {
        }

    }

    @Test
    void whenAnnotatedTypeIsNoTaskThenTheStartFails() {
        assertThat(startFails(NoTask.class)).hasMessageContaining("BackgroundTask");
    }

    @AriadneBackground
    static class NoTask {

    }

    @Test
    void whenTaskOfTheApplicationNamesAccountsThenTheStartFails() {
        assertThat(startFails(ApplicationWithAccounts.class)).hasMessageContaining("APPLICATION");
    }

    static class ApplicationWithAccounts {

        @AriadneBackground(scope = BackgroundScope.APPLICATION, accounts = "alice")
        void poll() {
        }

    }

    @Test
    void whenAccountIsUnknownThenTheStartFails() {
        assertThat(startFails(UnknownAccount.class)).hasMessageContaining("'carol'");
    }

    static class UnknownAccount {

        @AriadneBackground(accounts = "carol")
        void poll() {
        }

    }

    @Test
    void whenPlaceholderCannotBeResolvedThenTheStartFails() {
        assertThat(startFails(UnknownPlaceholder.class)).hasMessageContaining("${nowhere}");
    }

    static class UnknownPlaceholder {

        @AriadneBackground(accounts = "${nowhere}")
        void poll() {
        }

    }

    @Test
    void whenTwoTasksHaveOneNameThenTheStartFailsAndNamesBoth() {
        assertThat(startFails(SameName.class)).hasMessageContaining("'same'")
            .hasMessageContaining("SameName.first()")
            .hasMessageContaining("SameName.second()");
    }

    static class SameName {

        @AriadneBackground("same")
        void first() {
        }

        @AriadneBackground("same")
        void second() {
        }

    }

    @Test
    void whenMethodThrowsThenTheFailureIsWhatItThrew() {
        BackgroundTaskRegistry tasks = start(Throwing.class);
        Awaitility.await()
            .until(() -> tasks.snapshots().stream().allMatch((task) -> task.lastFailure() != null));
        assertThat(tasks.snapshots()).hasSize(2)
            .allSatisfy((task) -> assertThat(task.lastFailure()).isNotNull()
                .satisfies((failure) -> assertThat(failure.type()).isEqualTo("java.io.IOException"))
                .satisfies((failure) -> assertThat(failure.message()).isEqualTo("broken")));
    }

    static class Throwing {

        @AriadneBackground
        void poll() throws IOException {
            throw new IOException("broken");
        }

    }

}
