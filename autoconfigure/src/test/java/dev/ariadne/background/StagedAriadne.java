package dev.ariadne.background;

import dev.ariadne.AccountStatus;
import dev.ariadne.Accounts;
import dev.ariadne.Ariadne;
import dev.ariadne.LaunchStage;
import dev.ariadne.LaunchStatus;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;

/**
 * An account that is only a name, an id, and a launch stage that a test sets.
 */
final class StagedAriadne implements Ariadne {

    private final String name;

    private final long id;

    private volatile LaunchStage stage = LaunchStage.BLOCKING;

    StagedAriadne(String name, long id) {
        this.name = name;
        this.id = id;
    }

    void stage(LaunchStage stage) {
        this.stage = stage;
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
        return AccountStatus.ONLINE;
    }

    @Override
    public LaunchStatus launchStatus() {
        return new LaunchStatus(this.stage);
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
