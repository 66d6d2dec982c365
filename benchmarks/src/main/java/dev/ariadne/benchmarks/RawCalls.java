package dev.ariadne.benchmarks;

import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The least for calls: the same bytes over the JDK's WebSocket, told apart by nothing but their number.
 */
final class RawCalls implements Measurement {

    private static final String CONTENT = ",\"command\":\"sendGroupMessage\",\"content\":{\"messageChain\":"
            + "[{\"type\":\"Plain\",\"text\":\"tick\"}],\"target\":40001}}";

    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();

    private final AtomicLong number = new AtomicLong();

    private final ReentrantLock sending = new ReentrantLock();

    @Override
    public void run(int size, Figures figures) throws Exception {
        WebSocket socket = RawSocket.connect((message) -> {
            int start = message.indexOf(":\"") + 2;
            String id = message.substring(start, message.indexOf('"', start));
            CompletableFuture<String> answer = this.answers.remove(id);
            if (answer != null) {
                answer.complete(message);
            }
        });
        Latencies.measure(size, () -> call(socket), figures);
    }

    private String call(WebSocket socket) throws Exception {
        String id = Long.toString(this.number.incrementAndGet());
        CompletableFuture<String> answer = new CompletableFuture<>();
        this.answers.put(id, answer);
        this.sending.lock();
        try {
            // It takes no second message before the first is out.
            socket.sendText("{\"syncId\":\"" + id + "\"" + CONTENT, true).get();
        }
        finally {
            this.sending.unlock();
        }
        return answer.get();
    }

}
