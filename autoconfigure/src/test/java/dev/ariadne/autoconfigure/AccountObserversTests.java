package dev.ariadne.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.ariadne.Ariadne;
import dev.ariadne.account.AccountObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class AccountObserversTests {

    @Test
    void whenAnObserverThrowsThenThatIsLoggedAndTheOthersAreTold(CapturedOutput output) {
        List<Ariadne> told = new ArrayList<>();
        AccountObserver failing = new AccountObserver() {

            @Override
            public void connected(Ariadne ariadne) {
                throw new NoClassDefFoundError("on purpose");
            }

        };
        AccountObserver noting = new AccountObserver() {

            @Override
            public void connected(Ariadne ariadne) {
                told.add(ariadne);
            }

        };
        Ariadne alice = mock();
        new AccountObservers(List.of(failing, noting)).connected(alice);
        assertThat(told).containsExactly(alice);
        assertThat(output.getOut()).contains(failing.getClass().getName()).contains("on purpose");
    }

}
