package dev.ariadne.connector.mirai;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SurrogatesTests {

    @ParameterizedTest
    @ValueSource(strings = { "", "tick", "你好", "\ud83d\ude00", "a\ud83d\ude00b",
            "\ud83d\ude00\ud83d\ude00", "\ud7ff\ue000" })
    void whenEveryPairIsWholeThenTheTextCanBeSent(String text) {
        assertThat(Surrogates.areWhole(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\ud83d", "\ude00", "a\ud83d", "\ud83da", "\ude00a", "\ude00\ud83d", "\ud83d\ud83d\ude00",
            "\ud83d\ude00\ude00", "\ud800", "\udfff" })
    void whenAHalfIsLeftThenTheTextCannotBeSent(String text) {
        assertThat(Surrogates.areWhole(text)).isFalse();
    }

}
