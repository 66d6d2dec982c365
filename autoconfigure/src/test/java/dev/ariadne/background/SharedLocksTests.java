package dev.ariadne.background;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedLocks}.
 */
class SharedLocksTests {

    @Test
    void whenThereAreMoreObjectsThanLocksThenEachLockHasAsMany() {
        SharedLocks locks = new SharedLocks(3);
        List<ReentrantLock> first = Stream.generate(locks::next).limit(3).toList();
        assertThat(first).doesNotHaveDuplicates();
        assertThat(Stream.generate(locks::next).limit(6)).containsExactly(first.get(0), first.get(1), first.get(2),
                first.get(0), first.get(1), first.get(2));
    }

}
