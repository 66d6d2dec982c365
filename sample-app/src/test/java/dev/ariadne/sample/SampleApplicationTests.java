package dev.ariadne.sample;

import java.time.Duration;

import dev.ariadne.background.BackgroundTaskState;
import dev.ariadne.background.BackgroundTaskRegistry;
import dev.ariadne.connector.sandbox.Sandbox;
import dev.ariadne.connector.sandbox.SandboxAccount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "ariadne.background.restart.initial-delay=1ms")
class SampleApplicationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void whenAFriendSaysSomethingThenItIsRepeated(@Autowired Sandbox sandbox) throws InterruptedException {
        SandboxAccount bob = sandbox.account("bob");
        assertThat(bob.awaitSent(PATIENCE).text()).isEqualTo("hello");
        bob.groupMemberSays(40001, 30001, "not for the bot");
        bob.groupMemberSays(40001, 30001, "echo for the bot");
        assertThat(bob.awaitSent(PATIENCE).text()).isEqualTo("for the bot");
    }

    @Test
    void whenTheUnreliableTaskFailsThenItIsRunAgain(@Autowired BackgroundTaskRegistry tasks) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tasks.snapshots())
            .filteredOn((task) -> task.task().equals("unreliableTask.work"))
            .singleElement().satisfies((task) -> {
                assertThat(task.state()).isEqualTo(BackgroundTaskState.RUNNING);
                assertThat(task.runs()).isEqualTo(3);
                assertThat(task.failures()).isEqualTo(2);
            }));
    }

}
