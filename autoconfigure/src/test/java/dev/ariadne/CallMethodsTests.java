package dev.ariadne;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ariadne.call.Announcement;
import dev.ariadne.call.AnnouncementDraft;
import dev.ariadne.call.Call;
import dev.ariadne.call.Content;
import dev.ariadne.call.CustomCall;
import dev.ariadne.call.RequestCall;
import dev.ariadne.call.Done;
import dev.ariadne.call.FileRef;
import dev.ariadne.call.GroupConfigChange;
import dev.ariadne.call.MemberInfoChange;
import dev.ariadne.call.Page;
import dev.ariadne.call.Recipient;
import dev.ariadne.call.UploadKind;
import dev.ariadne.contact.Group;
import dev.ariadne.contact.Member;
import dev.ariadne.contact.Permission;
import dev.ariadne.message.MessageChain;
import dev.ariadne.message.MessageReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The methods of an account that make calls.
 */
class CallMethodsTests {

    private static final Group GROUP = new Group(40001, "group", Permission.OWNER);

    private static final Member MEMBER = new Member(30001, "member", "", Permission.MEMBER, Instant.EPOCH,
            Instant.EPOCH, Duration.ZERO, GROUP);

    private static final Map<Type, Object> SAMPLES = Map.ofEntries(Map.entry(String.class, "/text"),
            Map.entry(boolean.class, true), Map.entry(MessageChain.class, MessageChain.of("hi")),
            Map.entry(MessageReceipt.class, new MessageReceipt(20001, 6)),
            Map.entry(Recipient.class, Recipient.friend(20001)), Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofMinutes(1)), Map.entry(Group.class, GROUP),
            Map.entry(Member.class, MEMBER),
            Map.entry(GroupConfigChange.class, GroupConfigChange.none().withName("name")),
            Map.entry(MemberInfoChange.class, MemberInfoChange.none().withName("name")),
            Map.entry(FileRef.class, FileRef.ofPath("/file")), Map.entry(Page.class, Page.first(5)),
            Map.entry(Content.class, Content.of(new byte[1])), Map.entry(UploadKind.class, UploadKind.TEMP),
            Map.entry(AnnouncementDraft.class, AnnouncementDraft.of("text")),
            Map.entry(Announcement.class, new Announcement("id", GROUP, "text", 1, false, 0, Instant.EPOCH)));

    static Stream<Method> methods() {
        return Arrays.stream(Ariadne.class.getMethods()).filter(Method::isDefault);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whenAnAccountHasAMethodThenTheSameIsThereWithoutWaiting(Method method) throws Exception {
        Method async = AsyncAriadne.class.getMethod(method.getName(), method.getParameterTypes());
        assertThat(async.getGenericReturnType().getTypeName())
            .isEqualTo(CompletableFuture.class.getName() + "<" + boxed(method) + ">");
        Object[] arguments = arguments(method);
        assertThat(called(async, new RecordingAsync(), arguments))
            .isEqualTo(called(method, new RecordingAriadne(), arguments));
    }

    private static String boxed(Method method) {
        return (method.getReturnType() == void.class) ? Done.class.getName()
                : method.getGenericReturnType().getTypeName();
    }

    @Test
    void whenThereIsAMethodWithoutWaitingThenThereIsOneThatWaits() {
        Set<String> waiting = methods().map(CallMethodsTests::signature).collect(Collectors.toSet());
        assertThat(Arrays.stream(AsyncAriadne.class.getMethods()).filter(Method::isDefault)
            .map(CallMethodsTests::signature)).isSubsetOf(waiting);
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whenAMethodHasAParameterThenItIsThatOfTheCall(Method method) throws Exception {
        Object[] arguments = arguments(method);
        Call<?> call = called(method, new RecordingAriadne(), arguments);
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = method.getParameters()[i];
            for (RecordComponent component : call.getClass().getRecordComponents()) {
                if (component.getName().equals(parameter.getName())) {
                    assertThat(component.getAccessor().invoke(call)).isEqualTo(arguments[i]);
                }
            }
        }
    }

    @Test
    void whenThereIsACallThenAMethodMakesIt() {
        Set<Class<?>> made = methods()
            .map((method) -> called(method, new RecordingAriadne(), arguments(method)).getClass())
            .collect(Collectors.toSet());
        Set<Class<?>> calls = new HashSet<>();
        collect(Call.class, calls);
        calls.remove(CustomCall.class);
        // Made through the event that is answered.
        calls.removeIf(RequestCall.class::isAssignableFrom);
        assertThat(made).isEqualTo(calls).hasSizeGreaterThan(45);
    }

    private static void collect(Class<?> type, Set<Class<?>> calls) {
        if (type.isRecord()) {
            calls.add(type);
            return;
        }
        for (Class<?> subtype : Objects.requireNonNull(type.getPermittedSubclasses())) {
            collect(subtype, calls);
        }
    }

    private static Object[] arguments(Method method) {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(method.getGenericParameterTypes()[i], i);
        }
        return arguments;
    }

    private static Object argument(Type type, int position) {
        if (type == long.class) {
            return 100L + position;
        }
        if (type.getTypeName().startsWith(List.class.getName())) {
            return type.getTypeName().contains("Long") ? List.of(7L) : List.of("text");
        }
        return Objects.requireNonNull(SAMPLES.get(type), () -> "no sample of " + type);
    }

    private static Call<?> called(Method method, Object account, Object... arguments) {
        try {
            method.invoke(account, arguments);
        }
        catch (InvocationTargetException ex) {
            if (ex.getCause() instanceof Made made) {
                return made.call;
            }
            throw new AssertionError(method + " threw", ex.getCause());
        }
        catch (IllegalAccessException ex) {
            throw new AssertionError(ex);
        }
        throw new AssertionError(method + " made no call");
    }

    private static final class Made extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Call<?> call;

        Made(Call<?> call) {
            this.call = call;
        }

    }

    private static final class RecordingAsync implements AsyncAriadne {

        @Override
        public <R> CompletableFuture<R> call(Call<R> call) {
            throw new Made(call);
        }

    }

    private static final class RecordingAriadne extends TestAriadne {

        RecordingAriadne() {
            super("alice", 10001);
        }

        @Override
        public <R> R call(Call<R> call) {
            throw new Made(call);
        }

    }

}
