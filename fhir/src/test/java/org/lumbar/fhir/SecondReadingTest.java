package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumbar.core.record.PatientRecord;

class SecondReadingTest {

    private static final int BUNDLES = 4000;

    private static HapiMapping.Reading ours(byte[] bundle) {
        PatientRecord record = BundleReader.read(bundle);
        return new HapiMapping.Reading(record.id(), record.sex(), record.birth(), record.country(), record.entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole-record.json", "transaction.json", "unordered.json"})
    void agreesOnEveryFixture(String fixture) {
        byte[] bundle = BundleFixtures.resource(fixture);
        assertThat(ours(bundle)).isEqualTo(HapiMapping.read(bundle));
    }

    @Test
    void agreesOnRandomBundles() {
        for (long seed = 0; seed < BUNDLES; seed++) {
            byte[] bundle = RandomBundles.bundle(seed);
            assertThat(ours(bundle)).as("bundle with seed %d", seed).isEqualTo(HapiMapping.read(bundle));
        }
    }
}
