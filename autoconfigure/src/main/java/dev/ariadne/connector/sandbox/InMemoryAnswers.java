package dev.ariadne.connector.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import dev.ariadne.UnsupportedCallException;
import dev.ariadne.call.Call;
import dev.ariadne.call.CommandCall;
import dev.ariadne.call.ContactCall;
import dev.ariadne.call.Done;
import dev.ariadne.call.GroupCall;
import dev.ariadne.call.MessageCall;

/**
 * What the sandbox answers to calls. It knows the people who have said something, and what was said; what it cannot
 * know it refuses.
 */
final class InMemoryAnswers {

    private static final int UNSUPPORTED = 6;

    private static final Map<Class<?>, Answer<?>> ANSWERS = Map.ofEntries(
            Answer.to(MessageCall.SendFriendMessage.class, MessageAnswers::send),
            Answer.to(MessageCall.SendGroupMessage.class, MessageAnswers::send),
            Answer.to(MessageCall.SendTempMessage.class, MessageAnswers::send),
            Answer.to(MessageCall.SendImageMessage.class, MessageAnswers::send),
            Answer.to(MessageCall.Recall.class, MessageAnswers::recall),
            Answer.to(MessageCall.SetEssence.class, MessageAnswers::setEssence),
            Answer.to(MessageCall.MessageFromId.class, MessageAnswers::find),
            Answer.to(MessageCall.RoamingMessages.class, MessageAnswers::roaming),
            Answer.recorded(MessageCall.SendNudge.class),
            Answer.to(ContactCall.BotList.class, (account, call) -> List.of(account.ariadne().id())),
            Answer.to(ContactCall.FriendList.class, (account, call) -> account.people().friends()),
            Answer.to(ContactCall.GroupList.class, (account, call) -> account.people().groups()),
            Answer.to(ContactCall.MemberList.class, PeopleAnswers::members),
            Answer.to(ContactCall.LatestMemberList.class, PeopleAnswers::members),
            Answer.to(ContactCall.DeleteFriend.class, PeopleAnswers::deleteFriend),
            Answer.to(GroupCall.Mute.class, PeopleAnswers::mute),
            Answer.to(GroupCall.Unmute.class, PeopleAnswers::unmute),
            Answer.recorded(GroupCall.MuteAll.class),
            Answer.recorded(GroupCall.UnmuteAll.class),
            Answer.to(GroupCall.Kick.class, PeopleAnswers::kick),
            Answer.to(GroupCall.Quit.class, PeopleAnswers::quit),
            Answer.to(GroupCall.MemberAdmin.class, PeopleAnswers::assign),
            Answer.recorded(GroupCall.UpdateGroupConfig.class),
            Answer.to(GroupCall.GetMemberInfo.class, PeopleAnswers::member),
            Answer.to(GroupCall.UpdateMemberInfo.class, PeopleAnswers::update),
            Answer.recorded(CommandCall.ExecuteCommand.class),
            Answer.recorded(CommandCall.RegisterCommand.class));

    private InMemoryAnswers() {
    }

    static Object answer(SandboxCaller account, Call<?> call) {
        Answer<?> answer = ANSWERS.get(call.getClass());
        if (answer == null) {
            throw new UnsupportedCallException(account.name(), call.command(), UNSUPPORTED,
                    "the sandbox cannot know the answer; give one by SandboxAccount.answer("
                            + call.getClass().getSimpleName() + ".class, ...)");
        }
        return answer.of(account, call);
    }

    /** How calls of one type are answered. */
    private record Answer<C extends Call<?>>(Class<C> type, BiFunction<SandboxCaller, C, Object> answer) {

        static <R, C extends Call<R>> Map.Entry<Class<?>, Answer<?>> to(Class<C> type,
                BiFunction<SandboxCaller, C, Object> answer) {
            return Map.entry(type, new Answer<>(type, answer));
        }

        /** For what has no effect here but that it was made. */
        static <C extends Call<Done>> Map.Entry<Class<?>, Answer<?>> recorded(Class<C> type) {
            return to(type, (account, call) -> Done.DONE);
        }

        Object of(SandboxCaller account, Call<?> call) {
            return this.answer.apply(account, this.type.cast(call));
        }

    }

}
