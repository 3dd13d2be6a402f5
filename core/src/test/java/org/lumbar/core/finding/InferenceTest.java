package org.lumbar.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.all;
import static org.lumbar.core.CoreFixtures.any;
import static org.lumbar.core.CoreFixtures.atLeast;
import static org.lumbar.core.CoreFixtures.codes;
import static org.lumbar.core.CoreFixtures.icd;
import static org.lumbar.core.CoreFixtures.is;
import static org.lumbar.core.CoreFixtures.not;
import static org.lumbar.core.FindingFixture.finding;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.MeasureFixture.measure;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.FindingFixture;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.finding.Findings.Conflict;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Entry;

/** What follows from what: answers, codes, consequences and silence, and who overrules whom. */
class InferenceTest {

    /** The fixture's own two findings come first. */
    private static final int FIRST = 2;

    /** A cauda equina syndrome on record cannot be talked away; only a corrected record takes it back. */
    @Test
    void noAnswerDeniesAWarningSignOnRecord() {
        KnowledgeFixture knowledge = knowledge()
                .redFlag("flag", Urgency.EMERGENCY_NOW)
                .finding(finding("flag")
                        .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "P"))
                        .by(Effect.QUESTION, Source.CONDITION, codes(CodeSystem.ICD10, "Q")));
        Findings denied = knowledge.findings(person().condition(icd("P1")).hasNo("flag"));
        assertThat(denied.state(FIRST)).isEqualTo(Truth.TRUE);
        assertThat(denied.evidenceOf(FIRST)).containsExactly("Condition/1");
        assertThat(denied.conflicts())
                .containsExactly(new Conflict(FIRST, Truth.TRUE, List.of("Condition/1"), List.of("Answer/2")));
        assertThat(knowledge
                        .findings(person().condition(icd("Q1")).hasNo("flag"))
                        .state(FIRST))
                .as("what only raises the question is answered by no")
                .isEqualTo(Truth.FALSE);
        assertThat(knowledge
                        .plan(person().condition(icd("P1")).hasNo("flag"))
                        .triage()
                        .level())
                .isEqualTo(Urgency.EMERGENCY_NOW);
    }

    @Test
    void answersOverrideCodesAndTheConflictIsShown() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("a")
                        .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "P"))
                        .by(Effect.ABSENT, Source.CONDITION, codes(CodeSystem.ICD10, "N"))
                        .by(Effect.QUESTION, Source.CONDITION, codes(CodeSystem.ICD10, "Q")));
        for (boolean present : new boolean[] {false, true}) {
            for (boolean absent : new boolean[] {false, true}) {
                for (boolean questioned : new boolean[] {false, true}) {
                    for (Truth answer : Truth.values()) {
                        PersonFixture person = person();
                        if (present) {
                            person.with(condition("p", "P1"));
                        }
                        if (absent) {
                            person.with(condition("n", "N1"));
                        }
                        if (questioned) {
                            person.with(condition("q", "Q1"));
                        }
                        answer(person, "a", answer);
                        Truth coded = present ? Truth.TRUE : absent && !questioned ? Truth.FALSE : Truth.UNKNOWN;
                        Truth expected = answer == Truth.UNKNOWN ? coded : answer;
                        Findings found = knowledge.findings(person);
                        assertThat(found.state(FIRST)).isEqualTo(expected);
                        boolean conflict =
                                answer == Truth.TRUE ? absent : answer == Truth.FALSE ? present : present && absent;
                        assertThat(found.conflicts()).hasSize(conflict ? 1 : 0);
                        if (conflict) {
                            Conflict one = found.conflicts().get(0);
                            assertThat(one.finding()).isEqualTo(FIRST);
                            assertThat(one.taken()).isEqualTo(expected);
                            assertThat(one.forPresent()).hasSize(1);
                            assertThat(one.forAbsent()).hasSize(1);
                            assertThat(one.forPresent().get(0)).startsWith(answer == Truth.TRUE ? "Answer" : "p");
                            assertThat(one.forAbsent().get(0)).startsWith(answer == Truth.FALSE ? "Answer" : "n");
                        }
                        assertThat(found.evidenceOf(FIRST)).hasSize(expected == Truth.UNKNOWN ? 0 : 1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void presenceFollowsFromOtherFindings(Truth cause) {
        KnowledgeFixture knowledge =
                knowledge().findings("a").finding(finding("b").presentWhen(is("a")));
        assertThat(state(knowledge, "b", "a", cause)).isEqualTo(cause == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void absenceFollowsFromOtherFindings(Truth cause) {
        KnowledgeFixture knowledge =
                knowledge().findings("a").finding(finding("b").absentWhen(is("a")));
        assertThat(state(knowledge, "b", "a", cause)).isEqualTo(cause == Truth.TRUE ? Truth.FALSE : Truth.UNKNOWN);
    }

    /** When presence and absence both follow: present, unless the knowledge says that absence is the safer reading. */
    @Test
    void presenceWinsWhenBothFollowUnlessAbsenceIsSafer() {
        for (boolean absentWins : new boolean[] {false, true}) {
            FindingFixture both = finding("b").presentWhen(is("p")).absentWhen(is("n"));
            if (absentWins) {
                both.absentWins();
            }
            KnowledgeFixture knowledge = knowledge().findings("p", "n").finding(both);
            for (Truth p : Truth.values()) {
                for (Truth n : Truth.values()) {
                    for (Truth answer : Truth.values()) {
                        PersonFixture person = person();
                        answer(person, "p", p);
                        answer(person, "n", n);
                        answer(person, "b", answer);
                        assertThat(knowledge.state("b", person))
                                .as("present when %s, absent when %s, answered %s, %s", p, n, answer, absentWins)
                                .isEqualTo(bothWays(p, n, answer, absentWins));
                    }
                }
            }
        }
    }

    private static Truth bothWays(Truth present, Truth absent, Truth answer, boolean absentWins) {
        if (answer == Truth.TRUE) {
            return Truth.TRUE;
        }
        if (present == Truth.TRUE && !(absentWins && (absent == Truth.TRUE || answer == Truth.FALSE))) {
            return Truth.TRUE;
        }
        return answer == Truth.FALSE || absent == Truth.TRUE ? Truth.FALSE : Truth.UNKNOWN;
    }

    @Test
    void consequencesOverrideAnAnswerAndTheConflictIsShown() {
        KnowledgeFixture knowledge =
                knowledge().findings("a").finding(finding("b").presentWhen(is("a")));
        Findings found = knowledge.findings(person().hasNo("b").has("a"));
        assertThat(found.state(FIRST + 1)).isEqualTo(Truth.TRUE);
        assertThat(found.conflicts())
                .containsExactly(new Conflict(FIRST + 1, Truth.TRUE, List.of("Answer/2"), List.of("Answer/1")));
        assertThat(found.evidenceOf(FIRST + 1)).containsExactly("Answer/2");
    }

    /**
     * A negative answer that is overruled never served as a ground: what follows from it is not concluded, wherever it stands.
     */
    @Test
    void nothingFollowsFromANegativeAnswerThatIsOverruled() {
        for (boolean overruledFirst : new boolean[] {false, true}) {
            for (boolean absentWins : new boolean[] {false, true}) {
                for (Truth cause : Truth.values()) {
                    FindingFixture overruled = finding("overruled").presentWhen(is("cause"));
                    if (absentWins) {
                        overruled.absentWins();
                    }
                    FindingFixture follows = finding("follows").presentWhen(not("overruled"));
                    KnowledgeFixture knowledge = knowledge().findings("cause");
                    knowledge.finding(overruledFirst ? overruled : follows);
                    knowledge.finding(overruledFirst ? follows : overruled);
                    PersonFixture person = person().answers("overruled", false);
                    answer(person, "cause", cause);
                    boolean stands = absentWins || cause != Truth.TRUE;
                    assertThat(knowledge.state("overruled", person))
                            .as("first %s, absence wins %s, cause %s", overruledFirst, absentWins, cause)
                            .isEqualTo(stands ? Truth.FALSE : Truth.TRUE);
                    assertThat(knowledge.state("follows", person))
                            .as("first %s, absence wins %s, cause %s", overruledFirst, absentWins, cause)
                            .isEqualTo(stands ? Truth.TRUE : Truth.UNKNOWN);
                    assertThat(knowledge.findings(person).conflicts()).hasSize(stands ? 0 : 1);
                }
            }
        }
    }

    /** Of two answers that overrule one another through a chain, none leaves a conclusion behind. */
    @Test
    void overrulingReachesThroughOtherOverruledAnswers() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("follows").presentWhen(all(not("first"), not("second"))))
                .finding(finding("first").presentWhen(is("cause")))
                .finding(finding("second").presentWhen(is("first")))
                .findings("cause");
        PersonFixture person =
                person().answers("first", false).answers("second", false).answers("cause", true);
        assertThat(knowledge.state("first", person)).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("second", person)).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("follows", person)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void consequencesReplaceAConflictThatCameBefore() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .finding(finding("b")
                        .by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "P"))
                        .presentWhen(is("a")));
        Findings found = knowledge.findings(person().hasNo("b").has("a").condition(icd("P1")));
        assertThat(found.state(FIRST + 1)).isEqualTo(Truth.TRUE);
        assertThat(found.conflicts())
                .containsExactly(new Conflict(FIRST + 1, Truth.TRUE, List.of("Answer/2"), List.of("Answer/1")));
    }

    @Test
    void consequencesOfNumbersNameTheEntryOfTheNumber() {
        KnowledgeFixture knowledge = knowledge()
                .measure(measure("years"))
                .findings("a")
                .finding(finding("old").presentWhen(all(atLeast("years", 65), not("a"))));
        Findings found = knowledge.findings(person().answers("years", 70).hasNo("a"));
        assertThat(found.state(FIRST + 1)).isEqualTo(Truth.TRUE);
        assertThat(found.evidenceOf(FIRST + 1)).containsExactlyInAnyOrder("Answer/1", "Answer/2");
    }

    @Test
    void evidenceIsThatOfTheFirstAlternativeThatHolds() {
        KnowledgeFixture knowledge =
                knowledge().findings("a", "b", "c").finding(finding("d").presentWhen(any("a", "b", "c")));
        assertThat(knowledge.findings(person().hasNo("a").has("b").has("c")).evidenceOf(FIRST + 3))
                .containsExactly("Answer/2");
    }

    @Test
    void conclusionsChainThroughSeveralFindingsInAnyOrder() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("d").presentWhen(is("c")))
                .finding(finding("c").presentWhen(is("b")))
                .finding(finding("b").presentWhen(is("a")))
                .finding(finding("not-d").absentWhen(is("d")))
                .findings("a");
        PersonFixture person = person().has("a");
        for (String finding : List.of("b", "c", "d")) {
            assertThat(knowledge.state(finding, person)).isEqualTo(Truth.TRUE);
        }
        assertThat(knowledge.state("not-d", person)).isEqualTo(Truth.FALSE);
        assertThat(knowledge.findings(person).evidenceOf(FIRST)).containsExactly("Answer/1");
    }

    @Test
    void silenceIsAbsenceOnlyWhereTheKnowledgeSaysSo() {
        KnowledgeFixture knowledge = knowledge()
                .findings("asked")
                .finding(finding("rare")
                        .assumedAbsent()
                        .by(Effect.QUESTION, Source.CONDITION, codes(CodeSystem.ICD10, "Q")));
        assertThat(knowledge.state("asked", person())).isEqualTo(Truth.UNKNOWN);
        assertThat(knowledge.state("rare", person())).isEqualTo(Truth.FALSE);
        assertThat(knowledge.findings(person()).assumed().get(FIRST + 1)).isTrue();
        assertThat(knowledge.findings(person().hasNo("rare")).assumed().get(FIRST + 1))
                .isFalse();
        assertThat(knowledge.state("rare", person().condition(icd("Q1")))).isEqualTo(Truth.UNKNOWN);
        assertThat(knowledge.findings(person()).assumed().get(FIRST)).isFalse();
    }

    /** A rare finding that would follow from something still open is not taken as absent before that is settled. */
    @Test
    void silenceNeverHidesAConclusion() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("rare").assumedAbsent().presentWhen(not("cause")))
                .finding(finding("cause").assumedAbsent());
        assertThat(knowledge.state("cause", person())).isEqualTo(Truth.FALSE);
        assertThat(knowledge.state("rare", person())).isEqualTo(Truth.TRUE);
        assertThat(knowledge.findings(person()).conflicts()).isEmpty();
        assertThat(knowledge.findings(person()).assumed().get(FIRST)).isFalse();
    }

    @Test
    void whatFollowsOnlyFromAnAssumptionOverrulesAnother() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("late").assumedAbsent().presentWhen(not("middle")))
                .finding(finding("middle").assumedAbsent().presentWhen(is("open")))
                .findings("open");
        // Nothing is known of "open", so "middle" is taken as absent in the second round, from which "late" follows.
        assertThat(knowledge.state("middle", person())).isEqualTo(Truth.FALSE);
        assertThat(knowledge.state("late", person())).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("late", person().has("open"))).isEqualTo(Truth.FALSE);
        Findings found = knowledge.findings(person());
        assertThat(found.conflicts()).isEmpty();
        assertThat(found.assumed().get(FIRST)).isFalse();
        assertThat(found.assumed().get(FIRST + 1)).isTrue();
    }

    /** The first is only taken as absent after what follows from the third has settled the second. */
    @Test
    void anAssumptionWaitsForWhatFollowsFromOthers() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("first").assumedAbsent().presentWhen(not("second")))
                .finding(finding("second").assumedAbsent().presentWhen(not("third")))
                .finding(finding("third").assumedAbsent());
        assertThat(knowledge.state("third", person())).isEqualTo(Truth.FALSE);
        assertThat(knowledge.state("second", person())).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("first", person())).isEqualTo(Truth.FALSE);
        assertThat(knowledge.state("first", person().has("third"))).isEqualTo(Truth.TRUE);
    }

    @Test
    void absenceThatFollowsNamesItsGrounds() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a", "p")
                .finding(finding("b").presentWhen(is("p")).absentWhen(is("a")));
        Findings found = knowledge.findings(person().has("a").hasNo("p"));
        assertThat(found.state(FIRST + 2)).isEqualTo(Truth.FALSE);
        assertThat(found.evidenceOf(FIRST + 2)).containsExactly("Answer/1");
        assertThat(found.certain().get(FIRST + 2)).isEqualTo(Truth.FALSE);
        assertThat(found.recorded().get(FIRST + 2)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void everyConflictIsKept() {
        KnowledgeFixture knowledge = knowledge()
                .findings("cause")
                .finding(finding("a").by(Effect.PRESENT, Source.CONDITION, codes(CodeSystem.ICD10, "P")))
                .finding(finding("b").presentWhen(is("cause")));
        Findings found =
                knowledge.findings(person().hasNo("a").hasNo("b").has("cause").condition(icd("P1")));
        assertThat(found.conflicts()).extracting(Conflict::finding).containsExactly(FIRST + 1, FIRST + 2);
    }

    @Test
    void absenceIsSaferForFindingsThatFollowFromAssumptionsToo() {
        KnowledgeFixture knowledge = knowledge()
                .finding(finding("rare").assumedAbsent())
                .finding(finding("phase")
                        .presentWhen(not("rare"))
                        .absentWhen(is("other"))
                        .absentWins())
                .findings("other");
        assertThat(knowledge.state("phase", person())).isEqualTo(Truth.TRUE);
        assertThat(knowledge.state("phase", person().has("other"))).isEqualTo(Truth.FALSE);
    }

    @Test
    void recordCertaintyAndSilenceAreKeptApart() {
        KnowledgeFixture knowledge = knowledge()
                .findings("a")
                .finding(finding("b").presentWhen(is("a")))
                .finding(finding("c").assumedAbsent());
        Findings found = knowledge.findings(person().has("a"));
        assertThat(found.recorded().get(FIRST)).isEqualTo(Truth.TRUE);
        assertThat(found.recorded().get(FIRST + 1)).isEqualTo(Truth.UNKNOWN);
        assertThat(found.certain().get(FIRST + 1)).isEqualTo(Truth.TRUE);
        assertThat(found.certain().get(FIRST + 2)).isEqualTo(Truth.UNKNOWN);
        assertThat(found.truths().get(FIRST + 2)).isEqualTo(Truth.FALSE);
    }

    private static Truth state(KnowledgeFixture knowledge, String finding, String answered, Truth answer) {
        PersonFixture person = person();
        answer(person, answered, answer);
        return knowledge.state(finding, person);
    }

    private static Entry.Condition condition(String ref, String code) {
        return new Entry.Condition(
                ref,
                new Entry.Concept(List.of(icd(code)), null),
                Entry.Activity.ACTIVE,
                Entry.Certainty.CONFIRMED,
                null,
                null);
    }

    private static void answer(PersonFixture person, String finding, Truth truth) {
        if (truth != Truth.UNKNOWN) {
            person.answers(finding, truth == Truth.TRUE);
        }
    }
}
