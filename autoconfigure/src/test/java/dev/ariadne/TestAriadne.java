package dev.ariadne;

import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * An account that has a name and an id, and can do nothing.
 */
public final class TestAriadne implements Ariadne {

    private final String name;

    private final long id;

    public TestAriadne(String name, long id) {
        this.name = name;
        this.id = id;
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public long id() {
        return this.id;
    }

    @Override
    public AccountStatus status() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LaunchStatus launchStatus() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Accounts accounts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MessageReceipt sendFriendMessage(long friendId, MessageChain message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MessageReceipt sendGroupMessage(long groupId, MessageChain message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MessageReceipt sendTempMessage(long groupId, long memberId, MessageChain message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void recall(long targetId, long messageId) {
        throw new UnsupportedOperationException();
    }

}
