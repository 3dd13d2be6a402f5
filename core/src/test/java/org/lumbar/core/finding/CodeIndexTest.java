package org.lumbar.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.codes;
import static org.lumbar.core.FindingFixture.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.FindingFixture;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;

/** Which rules a code triggers. */
class CodeIndexTest {

    private static final List<CodeSystem> BY_PREFIX = List.of(CodeSystem.ICD10, CodeSystem.ICD10_CM, CodeSystem.ATC);

    @Test
    void matchesIcdAndAtcByPrefixAndAllOthersWhole() {
        for (CodeSystem system : CodeSystem.values()) {
            CodeIndex index = index(finding("a").by(Effect.PRESENT, Source.CONDITION, codes(system, "K25")));
            assertThat(hits(index, system, "K25")).containsExactly("0 PRESENT");
            assertThat(hits(index, system, "K254"))
                    .as("%s", system)
                    .isEqualTo(BY_PREFIX.contains(system) ? List.of("0 PRESENT") : List.of());
            assertThat(hits(index, system, "K2")).isEmpty();
            assertThat(hits(index, system, "K26")).isEmpty();
            assertThat(hits(index, system, "")).isEmpty();
        }
    }

    @Test
    void keepsSystemsAndKindsOfEntriesApart() {
        for (CodeSystem system : CodeSystem.values()) {
            for (Source source : Source.values()) {
                CodeIndex index = index(finding("a").by(Effect.PRESENT, source, codes(system, "1")));
                for (CodeSystem other : CodeSystem.values()) {
                    for (Source kind : Source.values()) {
                        assertThat(hits(index, kind, other, "1")).hasSize(system == other && source == kind ? 1 : 0);
                    }
                }
            }
        }
    }

    @Test
    void takesTheLongestPrefixOfAFinding() {
        CodeIndex index = index(finding("a")
                .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K"))
                .by(Effect.QUESTION, Source.CONDITION, codes(CodeSystem.ICD10, "K25"))
                .by(Effect.ABSENT, Source.CONDITION, codes(CodeSystem.ICD10, "K254")));
        assertThat(hits(index, CodeSystem.ICD10, "K1")).containsExactly("0 PRESENT");
        assertThat(hits(index, CodeSystem.ICD10, "K25")).containsExactly("0 QUESTION");
        assertThat(hits(index, CodeSystem.ICD10, "K253")).containsExactly("0 QUESTION");
        assertThat(hits(index, CodeSystem.ICD10, "K2549")).containsExactly("0 ABSENT");
    }

    @Test
    void letsOneFindingsLongerPrefixNotHideAnothers() {
        CodeIndex index = index(
                finding("a").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K2")),
                finding("b").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K25")));
        assertThat(hits(index, CodeSystem.ICD10, "K25")).containsExactlyInAnyOrder("0 PRESENT", "1 PRESENT");
        assertThat(hits(index, CodeSystem.ICD10, "K26")).containsExactly("0 PRESENT");
    }

    /** A range of codes is the list of its prefixes. */
    @Test
    void coversARangeOfPrefixesOnce() {
        CodeIndex index =
                index(finding("a").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K25", "K26", "K27")));
        for (String code : List.of("K25", "K251", "K26", "K279")) {
            assertThat(hits(index, CodeSystem.ICD10, code)).containsExactly("0 PRESENT");
        }
        assertThat(hits(index, CodeSystem.ICD10, "K28")).isEmpty();
    }

    @Test
    void givesEveryRuleOfTheLongestPrefix() {
        CodeIndex index = index(finding("a")
                .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K25"))
                .by(Effect.QUESTION, Source.CONDITION, codes(CodeSystem.ICD10, "K25")));
        assertThat(hits(index, CodeSystem.ICD10, "K251")).containsExactlyInAnyOrder("0 PRESENT", "0 QUESTION");
    }

    @Test
    void neverWinsOverEverythingOfTheSameOrAShorterPrefix() {
        for (boolean neverFirst : new boolean[] {false, true}) {
            FindingFixture a = finding("a").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K2"));
            Effect[] two = neverFirst
                    ? new Effect[] {Effect.NOTHING, Effect.PRESENT}
                    : new Effect[] {Effect.PRESENT, Effect.NOTHING};
            Stream.of(two).forEach(effect -> a.by(effect, Source.CONDITION, codes(CodeSystem.ICD10, "K25")));
            CodeIndex index =
                    index(a, finding("b").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K25")));
            assertThat(hits(index, CodeSystem.ICD10, "K251")).containsExactly("1 PRESENT");
            assertThat(hits(index, CodeSystem.ICD10, "K24")).containsExactly("0 PRESENT");
        }
    }

    @Test
    void neverGivesWayToALongerPrefix() {
        CodeIndex index = index(finding("a")
                .by(Effect.NOTHING, Source.CONDITION, codes(CodeSystem.ICD10, "K2"))
                .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "K25")));
        assertThat(hits(index, CodeSystem.ICD10, "K251")).containsExactly("0 PRESENT");
        assertThat(hits(index, CodeSystem.ICD10, "K24")).isEmpty();
    }

    @Test
    void neverHoldsForWholeCodesToo() {
        CodeIndex index = index(
                finding("a")
                        .by(Effect.PRESENT, Source.EVENT, codes(CodeSystem.SNOMED, "1"))
                        .by(Effect.NOTHING, Source.EVENT, codes(CodeSystem.SNOMED, "1")),
                finding("b").by(Effect.PRESENT, Source.EVENT, codes(CodeSystem.SNOMED, "1")));
        assertThat(hits(index, Source.EVENT, CodeSystem.SNOMED, "1")).containsExactly("1 PRESENT");
    }

    private static CodeIndex index(FindingFixture... findings) {
        return new CodeIndex(Stream.of(findings).map(FindingFixture::build).toList());
    }

    private static List<String> hits(CodeIndex index, CodeSystem system, String code) {
        return hits(index, Source.CONDITION, system, code);
    }

    private static List<String> hits(CodeIndex index, Source source, CodeSystem system, String code) {
        List<String> found = new ArrayList<>();
        index.lookUp(
                source,
                new Coding(system, code),
                hit -> found.add(hit.finding() + " " + hit.evidence().effect()));
        return found;
    }
}
