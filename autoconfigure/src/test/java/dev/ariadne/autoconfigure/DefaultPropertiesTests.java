package dev.ariadne.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The defaults of a group of properties are said twice: for the binder and the metadata, and for a group of which
 * nothing is configured.
 */
class DefaultPropertiesTests {

    @Test
    void whenOneKeyOfEachGroupIsSetToItsDefaultThenTheOthersHaveTheDefaultsOfAnEmptyConfiguration() {
        AriadneProperties properties = bind(Map.of("ariadne.connect.max-attempts", "0", "ariadne.dispatch.max-pending",
                "10000", "ariadne.background.enabled", "true", "ariadne.background.restart.max-restarts", "10"));
        assertThat(properties.connect()).isEqualTo(ConnectProperties.DEFAULTS)
            .isNotSameAs(ConnectProperties.DEFAULTS);
        assertThat(properties.dispatch()).isEqualTo(DispatchProperties.DEFAULTS)
            .isNotSameAs(DispatchProperties.DEFAULTS);
        assertThat(properties.background()).isEqualTo(BackgroundProperties.DEFAULTS)
            .isNotSameAs(BackgroundProperties.DEFAULTS);
        assertThat(properties.background().restart()).isNotSameAs(RestartProperties.DEFAULTS);
    }

    @Test
    void whenNothingIsConfiguredThenEachGroupHasItsDefaults() {
        assertThat(bind(Map.of())).isEqualTo(bind(Map.of("ariadne.connect.max-attempts", "0")));
        assertThat(bind(Map.of("ariadne.background.enabled", "true")).background().restart())
            .isEqualTo(RestartProperties.DEFAULTS);
    }

    private static AriadneProperties bind(Map<String, String> configured) {
        return new Binder(new MapConfigurationPropertySource(configured)).bindOrCreate("ariadne",
                AriadneProperties.class);
    }

}
