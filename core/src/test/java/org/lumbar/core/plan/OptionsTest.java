package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Atoms;

/** Options remember what was made of them, and only that. */
class OptionsTest {

    private final KnowledgeBase knowledge =
            KnowledgeFixture.knowledge().findings("a", "b", "c").build();
    private final Atoms atoms =
            new Atoms(knowledge.findings().stream().map(finding -> finding.id()).toList());
    private final WayAlgebra algebra = new WayAlgebra(atoms);
    private final Literals literals = new Literals(knowledge, atoms);
    private final Options asItIs = new Options(Way.NOTHING);
    private final Options a = makes("a");
    private final Options b = makes("b");
    private final Options c = makes("c");

    @Test
    void togetherTheyAreWorkedOutOnceForEachPartner() {
        Options withB = a.and(b, algebra);
        Options withC = a.and(c, algebra);
        assertThat(withB.say(1, literals)).containsExactly(List.of("a=present", "b=present"));
        assertThat(withC.say(1, literals)).containsExactly(List.of("a=present", "c=present"));
        assertThat(a.and(b, algebra)).isSameAs(withB);
        assertThat(a.and(c, algebra)).isSameAs(withC);
    }

    @Test
    void withNothingToChangeTheOthersStay() {
        assertThat(a.and(asItIs, algebra)).isSameAs(a);
        assertThat(asItIs.and(a, algebra)).isSameAs(a);
    }

    @Test
    void withoutAWayThereIsNone() {
        assertThat(a.and(Options.NONE, algebra)).isSameAs(Options.NONE);
        assertThat(Options.NONE.and(a, algebra)).isSameAs(Options.NONE);
        assertThat(Options.NONE.areNone()).isTrue();
        assertThat(Options.NONE.changeNothing()).isFalse();
        assertThat(asItIs.areNone()).isFalse();
        assertThat(asItIs.changeNothing()).isTrue();
        assertThat(a.changeNothing()).isFalse();
    }

    @Test
    void onlyThoseAreSaidThatAreAskedFor() {
        Options either = new Options(a.ways[0], b.ways[0], c.ways[0]);
        assertThat(either.say(0, literals)).isEmpty();
        assertThat(either.say(5, literals)).containsExactly(List.of("a=present"), List.of("c=present"));
        assertThat(either.say(2, literals)).containsExactly(List.of("b=present"));
        List<List<String>> all = either.say(7, literals);
        assertThat(all).hasSize(3);
        assertThat(either.say(7, literals)).isSameAs(all);
        assertThat(either.say(0, literals)).isEmpty();
    }

    private Options makes(String finding) {
        return new Options(new Way(2 * atoms.finding(finding) + 1));
    }
}
