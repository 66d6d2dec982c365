package dev.ariadne.connector.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import dev.ariadne.Ariadne;
import dev.ariadne.call.Call;
import dev.ariadne.call.StoredMessage;
import dev.ariadne.concurrent.SerialExecutor;
import dev.ariadne.connector.ConnectFailedException;
import dev.ariadne.connector.ConnectFailedException.Retry;
import dev.ariadne.connector.ConnectRequest;
import dev.ariadne.connector.Connection;
import dev.ariadne.connector.ConnectionListener;
import dev.ariadne.contact.Contact;
import dev.ariadne.contact.Friend;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.Conversation;
import dev.ariadne.event.ReceivedEvent;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.event.message.GroupMessage;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.Plain;
import dev.ariadne.message.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account of the sandbox, seen from both sides.
 */
final class InMemoryAccount implements SandboxAccount {

    private static final Logger logger = LoggerFactory.getLogger(InMemoryAccount.class);

    private final String name;

    /** Tells a listener one thing at a time, whichever threads it comes from. */
    private final SerialExecutor told = new SerialExecutor(Runnable::run);

    private final SeenPeople people = new SeenPeople();

    private final KeptMessages messages = new KeptMessages();

    private final CallRecord record = new CallRecord();

    // Guards all fields below.
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition somethingSent = this.lock.newCondition();

    private final List<SentMessage> sent = new ArrayList<>();

    private final Queue<Saying> unheard = new ArrayDeque<>();

    private int awaited;

    private long lastMessageId;

    private boolean offline;

    private @Nullable InMemoryConnection connection;

    private @Nullable ConnectionListener refused;

    InMemoryAccount(String name) {
        this.name = name;
    }

    CompletableFuture<Connection> connect(ConnectRequest request) {
        InMemoryConnection connection = new InMemoryConnection(this, request.ariadne(), request.listener());
        this.lock.lock();
        try {
            if (this.offline) {
                this.refused = request.listener();
                return CompletableFuture.failedFuture(new ConnectFailedException(
                        "the sandbox is offline until goOnline() is called", Retry.BACK_OFF, null));
            }
            this.refused = null;
            this.connection = connection;
        }
        finally {
            this.lock.unlock();
        }
        CompletableFuture<Connection> connected = new CompletableFuture<>();
        connected.thenRun(() -> this.told.execute(() -> hear(connection)));
        return connected.completeAsync(() -> connection, this.told);
    }

    private void hear(InMemoryConnection connection) {
        List<Saying> sayings;
        this.lock.lock();
        try {
            sayings = List.copyOf(this.unheard);
            this.unheard.clear();
        }
        finally {
            this.lock.unlock();
        }
        sayings.forEach((saying) -> connection.listener().received(saying.by(connection.ariadne())));
    }

    void disconnected(InMemoryConnection connection) {
        this.lock.lock();
        try {
            if (this.connection == connection) {
                this.connection = null;
            }
        }
        finally {
            this.lock.unlock();
        }
    }

    SentMessage send(Ariadne ariadne, Conversation conversation, MessageChain message) {
        SentMessage sent;
        this.lock.lock();
        try {
            sent = new SentMessage(conversation, message, ++this.lastMessageId);
            this.sent.add(sent);
            this.somethingSent.signalAll();
        }
        finally {
            this.lock.unlock();
        }
        keep(ariadne, sent);
        return sent;
    }

    private void keep(Ariadne ariadne, SentMessage sent) {
        Conversation conversation = sent.conversation();
        boolean group = conversation.kind() == Conversation.Kind.GROUP;
        Contact sender = group ? member(conversation.id(), ariadne.id(), ariadne.name())
                : new Friend(ariadne.id(), ariadne.name(), "");
        Source source = new Source(sent.messageId(), now());
        this.messages.keep(conversation, source, new StoredMessage(group ? "GroupMessage" : "FriendMessage", sender,
                MessageChain.of(source).plus(sent.message())));
    }

    SeenPeople people() {
        return this.people;
    }

    KeptMessages messages() {
        return this.messages;
    }

    /**
     * Remembers a call.
     *
     * @return what answers calls of that type, null if nothing was given
     */
    @Nullable Function<Call<?>, Object> made(Call<?> call) {
        return this.record.made(call);
    }

    /** Tells whether the account had sent such a message to a friend or group; mirai-api-http finds no others. */
    boolean hasSent(long targetId, long messageId) {
        return sent().stream().filter((sent) -> sent.conversation().kind() != Conversation.Kind.TEMP)
            .anyMatch((sent) -> sent.targetId() == targetId && sent.messageId() == messageId);
    }

    @Override
    public void friendSays(long friendId, String text) {
        Friend friend = new Friend(friendId, "friend-" + friendId, "");
        say("FriendMessage", friend, Conversation.friend(friendId), text,
                (ariadne, message) -> new FriendMessage(ariadne, friend, message));
    }

    @Override
    public void groupMemberSays(long groupId, long memberId, String text) {
        Member member = member(groupId, memberId, "member-" + memberId);
        say("GroupMessage", member, Conversation.group(groupId), text,
                (ariadne, message) -> new GroupMessage(ariadne, member, message));
    }

    private static Member member(long groupId, long memberId, String name) {
        Group group = new Group(groupId, "group-" + groupId, Permission.MEMBER);
        return new Member(memberId, name, "", Permission.MEMBER, Instant.EPOCH, Instant.EPOCH, Duration.ZERO, group);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private void say(String type, Contact sender, Conversation conversation, String text, Event event) {
        InMemoryConnection connection;
        Saying saying;
        this.people.see(sender);
        this.lock.lock();
        try {
            Source source = new Source(++this.lastMessageId, now());
            MessageChain message = MessageChain.of(source, new Plain(text));
            this.messages.keep(conversation, source, new StoredMessage(type, sender, message));
            saying = (ariadne) -> event.of(ariadne, message);
            connection = this.connection;
            if (connection == null && !this.offline) {
                this.unheard.add(saying);
                return;
            }
        }
        finally {
            this.lock.unlock();
        }
        if (connection == null) {
            AriadneEventPublisher.runNamed(this.name, () -> logger.info(
                    "Nobody hears what is said to account '{}' while the sandbox is offline", this.name));
            return;
        }
        this.told.execute(() -> connection.listener().received(saying.by(connection.ariadne())));
    }

    @Override
    public void goOffline() {
        InMemoryConnection connection;
        this.lock.lock();
        try {
            this.offline = true;
            connection = this.connection;
            this.connection = null;
        }
        finally {
            this.lock.unlock();
        }
        if (connection != null) {
            this.told.execute(() -> connection.drop("the sandbox went offline"));
        }
    }

    @Override
    public void goOnline() {
        ConnectionListener refused;
        this.lock.lock();
        try {
            this.offline = false;
            refused = this.refused;
            this.refused = null;
        }
        finally {
            this.lock.unlock();
        }
        if (refused != null) {
            this.told.execute(refused::reachable);
        }
    }

    /** Remembers whom to tell when a dropped link can be replaced. */
    void refusedUntilOnline(ConnectionListener listener) {
        boolean online;
        this.lock.lock();
        try {
            online = !this.offline;
            if (!online) {
                this.refused = listener;
            }
        }
        finally {
            this.lock.unlock();
        }
        if (online) {
            listener.reachable();
        }
    }

    @Override
    public List<SentMessage> sent() {
        this.lock.lock();
        try {
            return List.copyOf(this.sent);
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public SentMessage awaitSent(Duration timeout) throws InterruptedException {
        long remaining = timeout.toNanos();
        this.lock.lockInterruptibly();
        try {
            while (this.awaited == this.sent.size()) {
                if (remaining <= 0) {
                    throw new IllegalStateException("Account '" + this.name + "' sent nothing within "
                            + timeout.toMillis() + " ms; it has sent " + this.sent.size() + " message(s) before");
                }
                remaining = this.somethingSent.awaitNanos(remaining);
            }
            return this.sent.get(this.awaited++);
        }
        finally {
            this.lock.unlock();
        }
    }

    @Override
    public List<Call<?>> calls() {
        return this.record.calls();
    }

    @Override
    public <R, C extends Call<R>> void answer(Class<C> type, Function<C, R> answer) {
        this.record.answer(type, answer);
    }

    /** Something said, as the account receives it. */
    @FunctionalInterface
    private interface Saying {

        ReceivedEvent by(Ariadne ariadne);

    }

    @FunctionalInterface
    private interface Event {

        ReceivedEvent of(Ariadne ariadne, MessageChain message);

    }

}
