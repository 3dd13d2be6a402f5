package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void hasOneCanonicalFormForEqualTrees() {
        String canonical = "{\"a\":[1.50,true,null,\"ё\\n\"],\"b\":{\"c\":1E+2,\"d\":{}}}";
        assertThat(Json.canonical(
                        Json.read(" {\"b\" : {\"d\":{}, \"c\": 1e2},\n\"a\":[ 1.50, true , null, \"\\u0451\\n\" ]}")))
                .isEqualTo(canonical);
        assertThat(Json.canonical(Json.read(canonical))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "1 2", "[1,]", "nul", "{a:1}"})
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNoObjectWhereOneIsNeeded() {
        assertThatThrownBy(() -> Json.object("[]")).hasMessageContaining("not an object");
    }
}
