package dev.ariadne.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SerialExecutorTests {

    private final Queue<Runnable> handedOver = new ArrayDeque<>();

    private final SerialExecutor serial = new SerialExecutor(this.handedOver::add);

    private final List<String> done = new ArrayList<>();

    @Test
    void whenNothingRunsThenAnActionCanRunOnTheCallingThread() {
        this.serial.executeHere(() -> this.done.add("first"));
        assertThat(this.done).containsExactly("first");
        assertThat(this.handedOver).isEmpty();
        this.serial.executeHere(() -> this.done.add("second"));
        assertThat(this.done).containsExactly("first", "second");
    }

    @Test
    void whenAnActionWaitsThenTheNextOneDoesNotOvertakeItOnTheCallingThread() {
        this.serial.execute(() -> this.done.add("first"));
        this.serial.executeHere(() -> this.done.add("second"));
        assertThat(this.done).isEmpty();
        runHandedOver();
        assertThat(this.done).containsExactly("first", "second");
    }

    @Test
    void whenMoreComesMeanwhileThenItIsHandedOverAndDoesNotHoldUpTheCallingThread() {
        this.serial.executeHere(() -> {
            this.serial.execute(() -> this.done.add("second"));
            this.serial.executeHere(() -> this.done.add("third"));
            this.done.add("first");
        });
        assertThat(this.done).containsExactly("first");
        runHandedOver();
        assertThat(this.done).containsExactly("first", "second", "third");
        this.serial.executeHere(() -> this.done.add("fourth"));
        assertThat(this.done).endsWith("fourth");
    }

    @Test
    void whenAnActionThrowsOnTheCallingThreadThenItIsLoggedAndTheNextOneRuns(CapturedOutput output) {
        this.serial.executeHere(() -> {
            throw new IllegalStateException("on purpose");
        });
        this.serial.executeHere(() -> this.done.add("next"));
        assertThat(output.getOut()).contains("A queued action failed").contains("on purpose");
        assertThat(this.done).containsExactly("next");
    }

    @Test
    void whenTheLogCannotBeToldOfAFailureThenTheNextActionRunsAllTheSame(CapturedOutput output) {
        this.serial.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        this.serial.execute(() -> this.done.add("next"));
        try (FailingLog log = new FailingLog(SerialExecutor.class)) {
            runHandedOver();
        }
        assertThat(this.done).containsExactly("next");
        assertThat(output.getErr()).contains(FailingLog.MESSAGE);
    }

    private void runHandedOver() {
        for (Runnable action = this.handedOver.poll(); action != null; action = this.handedOver.poll()) {
            action.run();
        }
    }

}
