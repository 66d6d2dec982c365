package dev.ariadne.connector.mirai;

import dev.ariadne.CallEffect;
import dev.ariadne.CallFailedException;
import dev.ariadne.PermissionDeniedException;
import dev.ariadne.call.Done;
import dev.ariadne.call.GroupCall;
import dev.ariadne.call.MemberInfoChange;
import dev.ariadne.json.Json;
import dev.ariadne.json.JsonFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What the server's state codes become.
 */
class RejectionsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1|Auth Key错误|KeyRejectedException|false|NONE|ariadne.accounts.alice.mirai.verify-key
            2|指定Bot不存在|AccountUnknownException|true|NONE|log the account in on the server
            3|Session失效或不存在|SessionGoneException|true|NONE|make the call again
            4|Session未认证|SessionGoneException|true|NONE|make the call again
            5|指定对象不存在|TargetNotFoundException|false|NONE|check the ids
            6|指定操作不支持|UnsupportedCallException|false|NONE|use another kind of link
            6|文件不存在：/a.png|TargetNotFoundException|false|NONE|/a.png
            10|无操作权限|PermissionDeniedException|false|NONE|administrator
            20|Bot被禁言|AccountMutedException|true|NONE|when the mute is over
            30|消息过长|MessageTooLongException|false|NONE|split the message
            400|无效参数|InvalidCallException|false|NONE|correct them
            400|Execute command error|ServerFailedException|false|UNKNOWN|no such command, or it failed while it ran
            500|message is empty|InvalidCallException|false|NONE|correct them
            500|An unknown field for index -3|InvalidCallException|false|NONE|correct them
            500|For input string: "abc"|InvalidCallException|false|NONE|correct them
            500|OtherClientImpl.sendMessage is not yet supported.|UnsupportedCallException|false|NONE|not supported
            500|An owner cannot quit from a owning group|ServerFailedException|false|UNKNOWN|its log tells more
            777|what|CallRejectedException|false|NONE|what
            """)
    void whenTheServerRefusesThenTheExceptionTellsHowToMendIt(int code, String reason, String type, boolean retryable,
            CallEffect effect, String mend) {
        CallFailedException failure = Rejections.of("alice", "mute", code, reason);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.isRetryable()).isEqualTo(retryable);
        assertThat(failure.getEffect()).isEqualTo(effect);
        assertThat(failure).hasMessageContaining("Call mute of account 'alice' failed").hasMessageContaining(mend)
                .hasMessageContaining("code " + code).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({ "new,title,UNKNOWN", "new,,NONE", ",title,NONE" })
    void whenAMemberIsRefusedATitleThenTheNameGivenWithItMayHaveChanged(@Nullable String name, @Nullable String title,
            CallEffect effect) {
        Command<Done> command = Command
            .of(new GroupCall.UpdateMemberInfo(40001, 30003, new MemberInfoChange(name, title)));
        JsonFields answer = new JsonFields(Json.parse("{\"code\":10,\"msg\":\"无操作权限\"}"), "answer");
        PermissionDeniedException failure = catchThrowableOfType(PermissionDeniedException.class,
                () -> command.read("alice", answer));
        assertThat(failure.getEffect()).isEqualTo(effect);
    }

}
