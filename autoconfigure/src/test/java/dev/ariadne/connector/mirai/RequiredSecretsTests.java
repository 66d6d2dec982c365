package dev.ariadne.connector.mirai;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequiredSecretsTests {

    private final RequiredSecrets secrets = new RequiredSecrets(Map.of("pk", "pv"), Map.of("X-Extra", "välue"));

    private static EndpointRequest request(Map<String, List<String>> params, Map<String, List<String>> headers) {
        return new EndpointRequest() {

            @Override
            public List<String> headers(String name) {
                return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            }

            @Override
            public List<String> params(String name) {
                return params.getOrDefault(name, List.of());
            }

        };
    }

    private List<String> missing(List<String> params, List<String> headers) {
        return this.secrets.missingIn(request(Map.of("pk", params), Map.of("x-extra", headers)));
    }

    @Test
    void whenAllIsThereThenNothingIsMissing() {
        assertThat(missing(List.of("pv"), List.of("välue"))).isEmpty();
    }

    @Test
    void whenAHeaderComesAsAListThenItCounts() {
        assertThat(missing(List.of("pv"), List.of("[välue]"))).isEmpty();
        assertThat(missing(List.of("[pv]"), List.of("välue"))).containsExactly("parameter 'pk'");
    }

    @Test
    void whenOneOfSeveralValuesIsRightThenItCounts() {
        assertThat(missing(List.of("a", "pv"), List.of("b", "välue"))).isEmpty();
    }

    @Test
    void whenSeveralAreWrongThenAllAreNamedWithoutTheirValues() {
        assertThat(missing(List.of("pvv"), List.of())).containsExactly("parameter 'pk'", "header 'X-Extra'");
        assertThat(this.secrets.missingIn(request(Map.of(), Map.of()))).hasSize(2);
    }

}
