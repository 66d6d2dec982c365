package dev.ariadne.connector.mirai;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Releases sessions, and remembers those whose release was not answered until their account connects again: the server
 * keeps a bound session, and fills its queue, for as long as it runs (protocol notes 6).
 */
final class SessionReleases {

    /** How long a release may take. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final String RELEASE = "release";

    // Sessions that a server never lets go of must not fill the memory.
    private static final int MAX_PER_ACCOUNT = 16;

    // Guards left, and the lists in it.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Account, List<Release>> left = new HashMap<>();

    /**
     * Releases a session.
     *
     * @return completes, never exceptionally, when it is released, or after two seconds
     */
    CompletableFuture<Void> release(HttpSession session, long accountId) {
        Account account = new Account(session.requests().base(), accountId);
        Command<JsonFields> command = Command.post(RELEASE,
                Json.object().put("sessionKey", session.key()).put("qq", accountId), (data) -> data);
        CompletableFuture<JsonFields> answer = session.send(command, LIMIT);
        CompletableFuture<Boolean> released = answer.handle((fields, failure) -> isDone(Causes.unwrapped(failure)));
        Release release = new Release(session, answer, released);
        add(account, release);
        return released.thenAccept((done) -> {
            if (done) {
                remove(account, release);
            }
        });
    }

    /** Whatever the server answers, there is nothing left to be done. */
    private static boolean isDone(@Nullable Throwable failure) {
        return failure == null || failure instanceof SessionEndException;
    }

    /**
     * Releases what is left of an account's former sessions, as far as the server answers now.
     *
     * @param session a new session, whose clock sets the limits: that of a former session may be closed
     * @return completes, never exceptionally, within four seconds
     */
    CompletableFuture<Void> releaseLeft(HttpSession session, long accountId) {
        Account account = new Account(session.requests().base(), accountId);
        List<CompletableFuture<Void>> releases = new ArrayList<>();
        for (Release release : leftOf(account)) {
            session.limit(release.answer(), RELEASE, LIMIT);
            releases.add(release.released().thenCompose((done) -> {
                if (done) {
                    return CompletableFuture.completedFuture(null);
                }
                remove(account, release);
                return release(session.withKey(release.session().key()), accountId);
            }));
        }
        return CompletableFuture.allOf(releases.toArray(CompletableFuture<?>[]::new));
    }

    private List<Release> leftOf(Account account) {
        this.lock.lock();
        try {
            return List.copyOf(this.left.getOrDefault(account, List.of()));
        }
        finally {
            this.lock.unlock();
        }
    }

    private void add(Account account, Release release) {
        this.lock.lock();
        try {
            List<Release> releases = this.left.computeIfAbsent(account, (key) -> new ArrayList<>());
            releases.add(release);
            if (releases.size() > MAX_PER_ACCOUNT) {
                releases.remove(0);
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private void remove(Account account, Release release) {
        this.lock.lock();
        try {
            List<Release> releases = this.left.getOrDefault(account, List.of());
            if (releases.remove(release) && releases.isEmpty()) {
                this.left.remove(account);
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    private record Account(URI base, long id) {

    }

    private record Release(HttpSession session, CompletableFuture<JsonFields> answer,
            CompletableFuture<Boolean> released) {

    }

}
