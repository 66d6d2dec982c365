package dev.ariadne.background;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PrototypeInstancesTests {

    private final PrototypeInstances instances = new PrototypeInstances();

    @Test
    void whenSeveralTasksAreOfOneBeanThenTheyShareItsInstance() {
        Object instance = this.instances.take("bean", Object::new);
        assertThat(this.instances.take("bean", Object::new)).isSameAs(instance);
        assertThat(this.instances.take("other", Object::new)).isNotSameAs(instance);
    }

    @Test
    void whenAnInstanceCannotBeMadeThenTheNextOneWhoAsksTriesAnew() {
        assertThatIllegalStateException().isThrownBy(() -> this.instances.take("bean", () -> {
            throw new IllegalStateException("broken");
        })).withMessage("broken");
        assertThat(this.instances.take("bean", () -> "made")).isEqualTo("made");
    }

}
