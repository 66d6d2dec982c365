package dev.ariadne.connector.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.ariadne.AccountSettings;
import dev.ariadne.AccountStatus;
import dev.ariadne.Ariadne;
import dev.ariadne.CallRejectedException;
import dev.ariadne.TargetNotFoundException;
import dev.ariadne.account.AccountLifecycle;
import dev.ariadne.account.AccountObserver;
import dev.ariadne.account.AccountRegistry;
import dev.ariadne.account.AccountRuntimeSettings;
import dev.ariadne.account.ConnectSettings;
import dev.ariadne.concurrent.ThreadMode;
import dev.ariadne.event.AccountOnlineEvent;
import dev.ariadne.event.AriadneEventPublisher;
import dev.ariadne.event.message.FriendMessage;
import dev.ariadne.event.message.GroupMessage;
import dev.ariadne.event.message.MessageEvent;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import dev.ariadne.message.Quote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class SandboxConnectorTests {

    private final SandboxConnector connector = new SandboxConnector();

    private final List<Object> events = new CopyOnWriteArrayList<>();

    private final AccountRegistry accounts = accounts();

    private final AccountLifecycle lifecycle = new AccountLifecycle(this.accounts,
            new AriadneEventPublisher(this.events::add), 0);

    private AccountRegistry accounts() {
        // An hour between attempts: only the sandbox itself can bring an account back in time.
        ConnectSettings connect = new ConnectSettings(Duration.ofSeconds(10), Duration.ofHours(1),
                Duration.ofHours(1), 0, Duration.ofSeconds(30));
        Map<String, AccountSettings> settings = new LinkedHashMap<>();
        settings.put("alice", AccountSettings.of(10001, new SandboxSettings()));
        return new AccountRegistry(new AccountRuntimeSettings(connect, 100, Duration.ofSeconds(10),
                Duration.ofSeconds(10), false, ThreadMode.PLATFORM, 0), List.of(this.connector), AccountObserver.NONE,
                settings, null);
    }

    @BeforeEach
    void start() {
        this.lifecycle.start();
    }

    @AfterEach
    void stop() {
        this.lifecycle.stop();
    }

    private SandboxAccount otherSide() {
        return this.connector.otherSideOf("alice");
    }

    private Ariadne alice() {
        return this.accounts.get("alice");
    }

    private void awaitOnline(int times) {
        await().until(() -> this.events.stream().filter(AccountOnlineEvent.class::isInstance).count() == times);
    }

    private <E> List<E> received(Class<E> type) {
        return this.events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void whenSomethingIsSaidBeforeTheAccountConnectsThenItIsHeardWhenItDoes() {
        otherSide().friendSays(20001, "early");
        otherSide().groupMemberSays(40001, 30001, "bird");
        await().until(() -> received(MessageEvent.class).size() == 2);
        FriendMessage message = received(FriendMessage.class).get(0);
        assertThat(message.message().text()).isEqualTo("early");
        assertThat(message.sender().id()).isEqualTo(20001);
        assertThat(message.ariadne()).isSameAs(alice());
        GroupMessage inGroup = received(GroupMessage.class).get(0);
        assertThat(inGroup.sender().group().id()).isEqualTo(40001);
        assertThat(inGroup.sender().id()).isEqualTo(30001);
    }

    @Test
    void whenTheAccountRepliesThenTheReplyIsSeen() throws Exception {
        otherSide().groupMemberSays(40001, 30001, "ping");
        await().until(() -> received(GroupMessage.class).size() == 1);
        received(GroupMessage.class).get(0).reply(MessageChain.of("pong"));
        SentMessage sent = otherSide().awaitSent(Duration.ofSeconds(10));
        assertThat(sent.text()).isEqualTo("pong");
        assertThat(sent.targetId()).isEqualTo(40001);
        assertThat(otherSide().sent()).containsExactly(sent);
        assertThatIllegalStateException().isThrownBy(() -> otherSide().awaitSent(Duration.ofMillis(1)))
            .withMessageContaining("alice");
    }

    @Test
    void whenTheSandboxGoesOfflineAndOnlineThenTheAccountFollowsAtOnce() {
        for (int times = 1; times <= 5; times++) {
            awaitOnline(times);
            otherSide().goOffline();
            otherSide().goOffline();
            await().until(() -> alice().status() != AccountStatus.ONLINE);
            otherSide().friendSays(20001, "lost");
            otherSide().goOnline();
            otherSide().goOnline();
        }
        awaitOnline(6);
        assertThat(received(MessageEvent.class)).isEmpty();
    }

    @Test
    void whenAMessageIsEmptyThenItIsRefusedAsByARealServer() {
        awaitOnline(1);
        assertThatExceptionOfType(CallRejectedException.class)
            .isThrownBy(() -> alice().sendFriendMessage(20001, MessageChain.of(new Quote(1))))
            .satisfies((ex) -> assertThat(ex.getCode()).isEqualTo(500));
        assertThat(otherSide().sent()).isEmpty();
    }

    @Test
    void whenAMessageIsRecalledThenItMustHaveBeenSent() {
        awaitOnline(1);
        MessageReceipt receipt = alice().sendFriendMessage(20001, MessageChain.of("oops"));
        alice().recall(receipt);
        assertThatExceptionOfType(TargetNotFoundException.class).isThrownBy(() -> alice().recall(20001, 999))
            .withMessageContaining("recall").withMessageContaining("alice");
    }

}
