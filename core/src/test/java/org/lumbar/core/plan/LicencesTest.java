package org.lumbar.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;
import static org.lumbar.core.ItemFixture.item;
import static org.lumbar.core.KnowledgeFixture.knowledge;
import static org.lumbar.core.PersonFixture.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.KnowledgeFixture;
import org.lumbar.core.text.LocalizedText;

/** What a country licenses, and which country counts. The fixture's default country is AA. */
class LicencesTest {

    private final KnowledgeFixture knowledge = knowledge()
            .substance("zorpine")
            .licence("AA", "zorpal", true)
            .licence("BB", "zorpal", false)
            .licence("BB", "walk", true)
            .licence("CC", "other", true)
            .item(item("zorpal").contains("zorpine"))
            .item(item("never").contains("zorpine"))
            .item(item("walk"))
            .licence("BB", "never", false);

    @Test
    void letALicensedMedicinePassInSilence() {
        assertThat(knowledge.of("zorpal", person()).status()).isEqualTo(Status.RECOMMENDED);
        assertThat(knowledge.of("zorpal", person()).reasons()).hasSize(1);
    }

    @Test
    void withholdWhatIsNotLicensedWithTheCountrysOwnWords() {
        Recommendation one = knowledge.of("zorpal", person().from("BB"));
        assertThat(one.status()).isEqualTo(Status.WITHHELD);
        assertThat(one.reasons()).hasSize(1);
        Reason reason = one.reasons().get(0);
        assertThat(reason.rule()).isEqualTo("zorpal/licence/BB");
        assertThat(reason.pattern()).isEqualTo(Reason.NOT_LICENSED);
        assertThat(reason.words()).containsExactly(Reason.Word.of("country", text("land of BB")));
        assertThat(reason.why()).isEqualTo(text("note on zorpal"));
        assertThat(reason.sources()).isEqualTo(source("licence of zorpal"));
        assertThat(one.wouldChangeIf()).containsExactly(List.of("country=AA"));
    }

    @Test
    void nameNoChangeWhenNoCountryLicensesIt() {
        assertThat(knowledge.of("never", person().from("BB")).status()).isEqualTo(Status.WITHHELD);
        assertThat(knowledge.of("never", person().from("BB")).wouldChangeIf()).isEmpty();
    }

    @Test
    void warnWhenTheCountrySaysNothingOfAMedicine() {
        for (String country : List.of("CC", "XX")) {
            Recommendation one = knowledge.of("zorpal", person().from(country));
            assertThat(one.status()).isEqualTo(Status.RECOMMENDED);
            assertThat(one.reasons()).hasSize(2);
            Reason reason = one.reasons().get(1);
            assertThat(reason.rule()).isEqualTo("zorpal/licence/" + country);
            assertThat(reason.pattern()).isEqualTo(Reason.LICENCE_UNKNOWN);
            assertThat(reason.words())
                    .containsExactly(new Reason.Word("country", List.of(new LocalizedText(country, country))));
        }
    }

    @Test
    void concernOnlyMedicines() {
        assertThat(knowledge.of("walk", person().from("XX")).reasons()).hasSize(1);
    }

    @Test
    void areThoseOfTheRequestThenThePersonThenTheKnowledge() {
        Planner planner = knowledge.planner();
        assertThat(planner.plan(person().record(), request()).country()).isEqualTo("AA");
        assertThat(planner.plan(person().from("BB").record(), request()).country())
                .isEqualTo("BB");
        assertThat(planner.plan(person().from("BB").record(), request("CC")).country())
                .isEqualTo("CC");
        assertThat(planner.plan(person().record(), request("BB")).recommendations())
                .extracting(Recommendation::status)
                .containsExactly(Status.WITHHELD, Status.WITHHELD, Status.RECOMMENDED);
    }
}
