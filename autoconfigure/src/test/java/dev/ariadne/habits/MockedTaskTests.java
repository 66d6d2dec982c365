package dev.ariadne.habits;

import dev.ariadne.Ariadne;
import dev.ariadne.background.AriadneBackground;
import dev.ariadne.background.BackgroundContext;
import dev.ariadne.background.BackgroundTask;
import dev.ariadne.background.BackgroundTaskState;
import dev.ariadne.test.AriadneProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;

/**
 * A bean with a task that is replaced by a mock stays a task: its run does what the mock is told, by default nothing.
 */
@SpringBootTest(properties = { "ariadne.accounts.alice.id=10001", "ariadne.accounts.alice.connector=sandbox" })
@Import(AriadneProbe.class)
@DirtiesContext
class MockedTaskTests {

    @MockitoBean
    private FeedPoller feedPoller;

    @MockitoBean(name = "cleanUp")
    private BackgroundTask cleanUp;

    @Test
    void whenABeanIsMockedThenItsTasksRunTheMockAndComplete(@Autowired AriadneProbe probe) throws Exception {
        probe.awaitTask("alice", "polling", BackgroundTaskState.COMPLETED);
        verify(this.feedPoller).poll(any(Ariadne.class));
        probe.awaitTask("alice", "cleanUp", BackgroundTaskState.COMPLETED);
        verify(this.cleanUp).run(any(BackgroundContext.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FeedPoller.class)
    static class Application {

        @Bean
        BackgroundTask cleanUp() {
            return (context) -> {
                throw new IllegalStateException("the real one is not wanted in this test");
            };
        }

    }

    static class FeedPoller {

        @AriadneBackground("polling")
        void poll(Ariadne ariadne) {
            throw new IllegalStateException("the real one is not wanted in this test");
        }

    }

}
