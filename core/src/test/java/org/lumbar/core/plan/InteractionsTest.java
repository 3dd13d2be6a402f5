package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.atc;
import static org.lumbar.core.CoreFixtures.atcPrefix;
import static org.lumbar.core.CoreFixtures.atcTogether;
import static org.lumbar.core.CoreFixtures.classes;
import static org.lumbar.core.CoreFixtures.daysAgo;
import static org.lumbar.core.CoreFixtures.ingredients;
import static org.lumbar.core.CoreFixtures.interaction;
import static org.lumbar.core.CoreFixtures.items;
import static org.lumbar.core.CoreFixtures.rxnorm;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.PersonFixture;
import org.lumbar.core.knowledge.Interaction.Side;
import org.lumbar.core.knowledge.Item.Offer;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.text.LocalizedText;

/** Two things that must not meet: items with each other, and items with what the patient takes. */
class InteractionsTest {

    /** Each way to name the item {@code zorpal}, and something else that meets it. */
    private static final List<Side> NAMES_OF_ZORPAL =
            List.of(items("zorpal"), classes("zorps"), ingredients("zorpine"), atcPrefix("Z01A"), atcPrefix("Z01AB02"));

    /** Each way to name the item {@code quell}. */
    private static final List<Side> NAMES_OF_QUELL =
            List.of(items("quell"), classes("quells"), ingredients("quellin"), atcPrefix("Q"), atcPrefix("Q07"));

    private static KnowledgeFixture twoMedicines() {
        return knowledge()
                .substance("zorpine", List.of("zorps"))
                .substance("quellin", List.of("quells"))
                .rxnorm("11", "zorpine")
                .rxnorm("22", "quellin")
                .drugClass("zorps", "Z01")
                .drugClass("quells", "Q07")
                .licence("AA", "zorpal", true)
                .licence("AA", "quell", true)
                .item(item("zorpal").ofClasses("zorps").contains("zorpine").atc("Z01AB02"))
                .item(item("quell").ofClasses("quells").contains("quellin").atc("Q07"));
    }

    @ParameterizedTest
    @EnumSource
    void separateTwoItemsHoweverTheyAreNamed(Level level) {
        for (Side zorpal : NAMES_OF_ZORPAL) {
            for (Side quell : NAMES_OF_QUELL) {
                for (boolean turned : new boolean[] {false, true}) {
                    Recommendation second = twoMedicines()
                            .interaction(interaction("clash", level, turned ? quell : zorpal, turned ? zorpal : quell))
                            .of("quell", person());
                    boolean apart = level == Level.CONTRAINDICATED || level == Level.AVOID;
                    assertThat(second.status())
                            .as("%s with %s", zorpal, quell)
                            .isEqualTo(apart ? Status.OPTIONAL : Status.RECOMMENDED);
                    assertThat(second.reasons()).hasSize(apart ? 2 : 1);
                    if (apart) {
                        Reason reason = second.reasons().get(1);
                        assertThat(reason.rule()).isEqualTo("clash");
                        assertThat(reason.pattern()).isEqualTo(Reason.INTERACTION_PLAN);
                        assertThat(reason.words())
                                .containsExactly(
                                        Reason.Word.of("level", text(level.id())),
                                        Reason.Word.of("item", text("zorpal")));
                        assertThat(reason.why()).isEqualTo(text("clash effect"));
                        assertThat(reason.advice()).isEqualTo(text("clash mitigation"));
                        assertThat(reason.sources()).isEqualTo(source("clash"));
                    }
                }
            }
        }
    }

    @Test
    void letTheFirstOfTwoItemsStand() {
        KnowledgeFixture knowledge =
                twoMedicines().interaction(interaction("clash", Level.AVOID, items("zorpal"), items("quell")));
        assertThat(knowledge.of("zorpal", person()).status()).isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void doNotSeparateWhatIsNotRecommendedAnyway() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("first").offered(Offer.OPTIONAL))
                .item(item("second"))
                .item(item("third").offered(Offer.OPTIONAL))
                .interaction(interaction("one", Level.AVOID, items("first"), items("second")))
                .interaction(interaction("two", Level.AVOID, items("second"), items("third")));
        TreatmentPlan plan = knowledge.plan(person());
        assertThat(plan.recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.OPTIONAL, Status.RECOMMENDED, Status.OPTIONAL);
        assertThat(plan.recommendations()).allMatch(one -> one.reasons().size() == 1);
    }

    @Test
    void speakOfTheWorstOfSeveral() {
        for (Level[] order : new Level[][] {
            {Level.MONITOR, Level.CONTRAINDICATED, Level.AVOID}, {Level.CONTRAINDICATED, Level.AVOID, Level.MONITOR}
        }) {
            KnowledgeFixture knowledge = twoMedicines();
            for (Level level : order) {
                knowledge.interaction(interaction(level.id(), level, items("zorpal"), items("quell")));
            }
            Recommendation second = knowledge.of("quell", person());
            assertThat(second.status()).isEqualTo(Status.OPTIONAL);
            assertThat(second.reasons()).extracting(Reason::rule).containsExactly("quell/indicated", "contraindicated");
        }
    }

    @Test
    void speakOfTheFirstOfTwoThatAreEquallyBad() {
        KnowledgeFixture knowledge = twoMedicines()
                .interaction(interaction("first", Level.AVOID, items("zorpal"), items("quell")))
                .interaction(interaction("second", Level.AVOID, items("zorpal"), items("quell")));
        assertThat(knowledge.of("quell", person()).reasons())
                .extracting(Reason::rule)
                .containsExactly("quell/indicated", "first");
    }

    /** What stands between the first two says nothing of the third. */
    @Test
    void concernOnlyTheTwoSidesThatTheyName() {
        KnowledgeFixture knowledge = twoMedicines()
                .item(item("tea"))
                .interaction(interaction("clash", Level.AVOID, items("zorpal"), items("quell")))
                .interaction(interaction("same side", Level.AVOID, items("zorpal", "tea"), atcPrefix("X")));
        assertThat(knowledge.of("tea", person()).status()).isEqualTo(Status.RECOMMENDED);
        assertThat(knowledge.of("zorpal", person()).status()).isEqualTo(Status.RECOMMENDED);
    }

    @ParameterizedTest
    @EnumSource
    void withholdAnItemThatMeetsACurrentMedicine(Level level) {
        // RxNorm gives the ingredient and, with it, the class; ATC gives item, class and prefix.
        Coding[] byRxNorm = {rxnorm("22")};
        Coding[] byAtc = {atc("Q07")};
        Coding[] longer = {atc("Q07X01")};
        for (Side zorpal : NAMES_OF_ZORPAL) {
            for (boolean turned : new boolean[] {false, true}) {
                meets(level, zorpal, ingredients("quellin"), turned, byRxNorm);
                meets(level, zorpal, classes("quells"), turned, byRxNorm);
                meets(level, zorpal, items("quell"), turned, byAtc);
                meets(level, zorpal, classes("quells"), turned, byAtc);
                meets(level, zorpal, atcPrefix("Q"), turned, byAtc);
                meets(level, zorpal, atcPrefix("Q07"), turned, longer);
                meets(level, zorpal, items("quell"), turned, longer);
                meets(level, zorpal, classes("quells"), turned, longer);
            }
        }
    }

    private static void meets(Level level, Side zorpal, Side other, boolean turned, Coding... code) {
        boolean apart = level == Level.CONTRAINDICATED || level == Level.AVOID;
        Recommendation one = twoMedicines()
                .interaction(interaction("clash", level, turned ? other : zorpal, turned ? zorpal : other))
                .of("zorpal", person().takes(code));
        assertThat(one.status())
                .as("%s with %s", zorpal, other)
                .isEqualTo(apart ? Status.WITHHELD : Status.RECOMMENDED);
        Reason reason = one.reasons().get(apart ? 0 : 1);
        assertThat(reason.rule()).isEqualTo("clash");
        assertThat(reason.pattern()).isEqualTo(apart ? Reason.INTERACTION : Reason.INTERACTION_NOTE);
        assertThat(reason.caution()).isEqualTo(!apart);
        assertThat(reason.findings()).containsExactly("Medicine/1");
        assertThat(reason.why()).isEqualTo(text("clash effect"));
        assertThat(reason.advice()).isEqualTo(text("clash mitigation"));
        assertThat(reason.words().get(0)).isEqualTo(Reason.Word.of("level", text(level.id())));
        assertThat(reason.words().get(1).place()).isEqualTo("medicine");
        String label = code[0].system() == CodeSystem.ATC ? code[0].code() : "quellin";
        assertThat(reason.words().get(1).values()).containsExactly(new LocalizedText(label, label));
        assertThat(reason.sources()).isEqualTo(source("clash"));
    }

    @Test
    void doNotReachBeyondAPrefix() {
        for (String code : List.of("Q06", "Q", "Q0", "Z02AB02", "X07")) {
            KnowledgeFixture knowledge = knowledge()
                    .item(item("balm"))
                    .drugClass("quells", "Q07")
                    .interaction(interaction("prefix", Level.AVOID, items("balm"), atcPrefix("Q07")))
                    .interaction(interaction("class", Level.AVOID, items("balm"), classes("quells")));
            assertThat(knowledge.of("balm", person().takes(atc(code))).status())
                    .as(code)
                    .isEqualTo(Status.RECOMMENDED);
        }
    }

    /** By what a medicine is known to be an item or of a class, one thing at a time. */
    @Test
    void knowAMedicineByItsItemByTheItemsClassesAndByThePrefixesOfAClass() {
        KnowledgeFixture knowledge = knowledge()
                .drugClass("quells", "R1", "R2")
                .item(item("balm"))
                .item(item("tea"))
                .item(item("paste"))
                .item(item("quell").ofClasses("soothers").atc("Q06", "Q07"))
                .interaction(interaction("item", Level.AVOID, items("balm"), items("quell")))
                .interaction(interaction("item's class", Level.AVOID, items("tea"), classes("soothers")))
                .interaction(interaction("class", Level.AVOID, items("paste"), classes("quells")));
        for (String code : List.of("Q06", "Q07", "Q07A", "Q0", "Q08", "R1", "R2B", "R", "Z")) {
            boolean isQuell = code.startsWith("Q06") || code.startsWith("Q07");
            boolean ofQuells = code.startsWith("R1") || code.startsWith("R2");
            PersonFixture person = person().takes(atc(code));
            assertThat(knowledge.of("balm", person).status() == Status.WITHHELD).isEqualTo(isQuell);
            assertThat(knowledge.of("tea", person).status() == Status.WITHHELD).isEqualTo(isQuell);
            assertThat(knowledge.of("paste", person).status() == Status.WITHHELD)
                    .isEqualTo(ofQuells);
        }
    }

    /** A code with its route says which class it belongs to; the ingredient alone would say more. */
    @Test
    void takeTheClassesOfAnIngredientOnlyWithoutItsRoute() {
        KnowledgeFixture knowledge = knowledge()
                .substance("quellin", List.of("quells"))
                .ingredientsOfAtc("Y09", "quellin")
                .rxnorm("22", "quellin")
                .item(item("balm"))
                .interaction(interaction("clash", Level.AVOID, items("balm"), classes("quells")));
        assertThat(knowledge.of("balm", person().takes(rxnorm("22"))).status()).isEqualTo(Status.WITHHELD);
        assertThat(knowledge.of("balm", person().takes(atc("Y09"))).status()).isEqualTo(Status.RECOMMENDED);
    }

    @Test
    void ofMedicinesTogetherNeedEveryOneOfThem() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("balm"))
                .interaction(interaction("triple", Level.AVOID, items("balm"), atcTogether("A1", "B2", "C3")));
        for (int taken = 0; taken < 8; taken++) {
            PersonFixture person = person().takes(atc("D4"));
            List<String> codes = List.of("A1X", "B2X", "C3X");
            for (int i = 0; i < 3; i++) {
                if ((taken & 1 << i) != 0) {
                    person.takes(atc(codes.get(i)));
                }
            }
            Recommendation one = knowledge.of("balm", person);
            assertThat(one.status()).isEqualTo(taken == 7 ? Status.WITHHELD : Status.RECOMMENDED);
            if (taken == 7) {
                assertThat(one.reasons().get(0).findings()).containsExactly("Medicine/2", "Medicine/3", "Medicine/4");
                assertThat(one.wouldChangeIf())
                        .containsExactly(List.of("Medicine/2=stopped", "Medicine/3=stopped", "Medicine/4=stopped"));
            } else {
                assertThat(one.reasons()).hasSize(1);
            }
        }
    }

    @Test
    void nameEveryMedicineThatMeetsTheItem() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("balm"))
                .interaction(interaction("clash", Level.CAUTION, items("balm"), atcPrefix("Q")));
        Recommendation one =
                knowledge.of("balm", person().takes(atc("Q1")).takes(atc("X1")).takes(atc("Q2")));
        assertThat(one.reasons().get(1).findings()).containsExactly("Medicine/1", "Medicine/3");
    }

    /** A row of an item's own that says what the table says of the same medicines is not said twice, unless it is worse. */
    @Test
    void sayOnceWhatTheTableAndTheItemBothSay() {
        for (Level own : Level.values()) {
            for (Level table : Level.values()) {
                KnowledgeFixture knowledge = knowledge()
                        .item(item("balm"))
                        .interaction(interaction("balm/own", own, items("balm"), atcPrefix("Q")))
                        .interaction(interaction("table", table, items("balm"), atcPrefix("Q0")));
                boolean worse = own.compareTo(table) < 0;
                assertThat(knowledge.of("balm", person().takes(atc("Q07"))).reasons().stream()
                                .map(Reason::rule)
                                .filter(rule -> !rule.equals("balm/indicated")))
                        .as("%s and %s", own, table)
                        .containsExactlyElementsOf(expected(own, table, worse));
            }
        }
    }

    /** Of a withheld item only what withholds it is told. */
    private static List<String> expected(Level own, Level table, boolean worse) {
        boolean withheld = own.withholds() || table.withholds();
        List<String> said = new ArrayList<>();
        if (worse && (!withheld || own.withholds())) {
            said.add("balm/own");
        }
        if (!withheld || table.withholds()) {
            said.add("table");
        }
        return said;
    }

    @Test
    void ofTheItemsOwnStandWhenTheyConcernOtherMedicines() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("balm"))
                .interaction(interaction("balm/own", Level.AVOID, items("balm"), atcPrefix("Q")))
                .interaction(interaction("table", Level.AVOID, items("balm"), atcPrefix("X")));
        assertThat(knowledge
                        .of("balm", person().takes(atc("Q07")).takes(atc("X1")))
                        .reasons())
                .extracting(Reason::rule)
                .containsExactly("balm/own", "table");
    }

    @Test
    void doNotConcernAMedicineThatWasStopped() {
        KnowledgeFixture knowledge = knowledge()
                .item(item("balm"))
                .interaction(interaction("clash", Level.AVOID, items("balm"), atcPrefix("Q")));
        assertThat(knowledge.of("balm", person().took(atc("Q07"), daysAgo(1))).status())
                .isEqualTo(Status.RECOMMENDED);
        assertThat(knowledge.of("balm", person().took(atc("Q07"), daysAgo(0))).status())
                .isEqualTo(Status.WITHHELD);
    }
}
