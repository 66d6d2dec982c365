package dev.ariadne.background;

import java.util.List;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import dev.ariadne.concurrent.ManualScheduler;
import dev.ariadne.event.AriadneEventPublisher;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which tasks one launch has.
 */
class TaskGroupTests {

    private final FakeAccounts accounts = new FakeAccounts("alice", "bob");

    private final Supervision supervision = new Supervision(BackgroundSettings.DEFAULTS, Thread::new,
            new ManualScheduler(),
            new Announcer(new AriadneEventPublisher((event) -> {
            }), BackgroundTaskObserver.NONE), this.accounts, () -> {
            }, RunInterceptor.NONE, new SharedLocks(SharedLocks.MANY));

    private final BackgroundTaskRegistry registry = new BackgroundTaskRegistry(this.accounts,
            BackgroundSettings.DEFAULTS);

    private final TaskGroup group = launch(this.accounts.get("alice"));

    private TaskGroup launch(Ariadne ariadne) {
        return new TaskGroup(ariadne, false, this.supervision);
    }

    @Test
    void whenATaskComesTwiceThenItIsAddedOnce() {
        this.registry.add("poll", (context) -> {
        });
        assertThat(this.group.add(this.registry.tasks())).hasSize(1);
        assertThat(this.group.add(this.registry.tasks())).isEmpty();
        assertThat(this.group.supervisors()).hasSize(1);
    }

    @Test
    void whenAnAccountIsLaunchedAnewThenItsTaskHasANewSupervisor() {
        this.registry.add("poll", (context) -> {
        });
        List<Supervisor> former = this.group.add(this.registry.tasks());
        TaskGroup next = launch(new TestAriadne("alice", 1));
        assertThat(next.add(this.registry.tasks())).hasSize(1).doesNotContainAnyElementsOf(former);
    }

    @Test
    void whenSeveralAccountsAreLaunchedThenEachHasASupervisorInTheOrderOfLaunches() {
        this.registry.add("poll", (context) -> {
        });
        this.group.add(this.registry.tasks());
        launch(this.accounts.get("bob")).add(this.registry.tasks());
        launch(this.accounts.get("alice")).add(this.registry.tasks());
        assertThat(this.registry.get("poll").states()).containsOnlyKeys("alice", "bob");
        assertThat(this.registry.snapshots()).extracting(BackgroundTaskSnapshot::account)
            .containsExactly("alice", "bob");
    }

}
