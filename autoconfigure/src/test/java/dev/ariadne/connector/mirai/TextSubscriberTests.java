package dev.ariadne.connector.mirai;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;

import dev.ariadne.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The bodies of answers.
 */
class TextSubscriberTests {

    private final TextSubscriber subscriber = new TextSubscriber(20_000);

    private boolean cancelled;

    TextSubscriberTests() {
        this.subscriber.onSubscribe(new Flow.Subscription() {

            @Override
            public void request(long count) {
                assertThat(count).isEqualTo(Long.MAX_VALUE);
            }

            @Override
            public void cancel() {
                TextSubscriberTests.this.cancelled = true;
            }

        });
    }

    private CompletableFuture<String> body() {
        return this.subscriber.getBody().toCompletableFuture();
    }

    private void receive(byte[] bytes, int size) {
        for (int from = 0; from < bytes.length; from += size) {
            this.subscriber.onNext(List.of(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from))));
        }
    }

    private void assertRefused(String problem) {
        assertThat(this.cancelled).isTrue();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> body().get())
                .withCauseInstanceOf(MalformedJsonException.class).withMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 5, 8192, 100_000 })
    void whenCharactersComeInPartsThenTheyArePutTogether(int size) throws Exception {
        String text = "aé你🐱".repeat(3000);
        receive(text.getBytes(StandardCharsets.UTF_8), size);
        assertThat(body()).isNotDone();
        this.subscriber.onComplete();
        assertThat(body().get()).isEqualTo(text);
    }

    @Test
    void whenThereIsNothingThenItIsAnEmptyText() throws Exception {
        this.subscriber.onComplete();
        assertThat(body().get()).isEmpty();
    }

    @Test
    void whenTheTextIsAsLongAsItMayBeThenItIsTaken() throws Exception {
        receive("你".repeat(20_000).getBytes(StandardCharsets.UTF_8), 1000);
        this.subscriber.onComplete();
        assertThat(body().get()).hasSize(20_000);
    }

    @Test
    void whenTheTextIsLongerThenItIsRefusedBeforeItsEnd() {
        receive("x".repeat(20_001).getBytes(StandardCharsets.UTF_8), 1000);
        assertRefused("more than 20000 characters");
        receive("x".getBytes(StandardCharsets.UTF_8), 1);
        this.subscriber.onComplete();
        assertRefused("more than 20000 characters");
    }

    @Test
    void whenTheTextIsNotUtf8ThenItIsRefused() {
        receive(new byte[] { 'a', (byte) 0xff, 'b' }, 1);
        assertRefused("not UTF-8");
    }

    @Test
    void whenTheTextEndsWithinACharacterThenItIsRefused() {
        receive(new byte[] { 'a', (byte) 0xe4, (byte) 0xbd }, 3);
        this.subscriber.onComplete();
        assertRefused("not UTF-8");
    }

    @Test
    void whenReadingFailsThenThatIsTold() {
        this.subscriber.onError(new IllegalStateException("reset"));
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> body().get())
                .withMessageContaining("reset");
    }

}
