package dev.ariadne.background;

import dev.ariadne.Ariadne;
import dev.ariadne.TestAriadne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrototypeInstancesTests {

    private final PrototypeInstances instances = new PrototypeInstances();

    private final Ariadne alice = new TestAriadne("alice", 10001);

    @Test
    void whenSeveralTasksAreOfOneBeanThenTheyShareItsInstanceForTheAccount() {
        Object instance = take(this.alice, "poll");
        assertThat(take(this.alice, "greet")).isSameAs(instance);
        assertThat(take(new TestAriadne("bob", 10002), "poll")).isNotSameAs(instance);
    }

    @Test
    void whenTheAccountIsLaunchedAgainThenItGetsAnotherInstance() {
        Object instance = take(this.alice, "poll");
        take(this.alice, "greet");
        Object another = take(this.alice, "greet");
        assertThat(another).isNotSameAs(instance);
        assertThat(take(this.alice, "poll")).isSameAs(another);
    }

    private Object take(Ariadne ariadne, String task) {
        return this.instances.take("bean", ariadne, task, Object::new);
    }

}
