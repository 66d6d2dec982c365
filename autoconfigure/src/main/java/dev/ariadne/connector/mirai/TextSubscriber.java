package dev.ariadne.connector.mirai;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import dev.ariadne.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of an answer as text in UTF-8. One that is too long, or is not UTF-8, is refused as soon as that
 * shows.
 */
final class TextSubscriber implements HttpResponse.BodySubscriber<String> {

    private final int maxLength;

    private final CompletableFuture<String> body = new CompletableFuture<>();

    // What follows is used by one callback at a time.
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    private final CharBuffer decoded = CharBuffer.allocate(8192);

    private final StringBuilder text = new StringBuilder();

    /** The bytes of a character that has come in part. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private Flow.@Nullable Subscription subscription;

    TextSubscriber(int maxLength) {
        this.maxLength = maxLength;
    }

    @Override
    public CompletionStage<String> getBody() {
        return this.body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (!this.body.isDone()) {
                decode(joined(buffer), false);
            }
        }
    }

    private ByteBuffer joined(ByteBuffer buffer) {
        if (!this.rest.hasRemaining()) {
            return buffer;
        }
        return ByteBuffer.allocate(this.rest.remaining() + buffer.remaining()).put(this.rest).put(buffer).flip();
    }

    private void decode(ByteBuffer bytes, boolean last) {
        CoderResult result;
        do {
            result = this.decoder.decode(bytes, this.decoded, last);
            this.text.append(this.decoded.flip());
            this.decoded.clear();
        }
        while (result.isOverflow() && this.text.length() <= this.maxLength);
        if (result.isError()) {
            refuse("not UTF-8");
        }
        else if (this.text.length() > this.maxLength) {
            refuse("more than " + this.maxLength + " characters");
        }
        this.rest = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private void refuse(String problem) {
        this.body.completeExceptionally(new MalformedJsonException(problem));
        if (this.subscription != null) {
            this.subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        this.body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (!this.body.isDone()) {
            decode(this.rest, true);
            this.body.complete(this.text.toString());
        }
    }

}
