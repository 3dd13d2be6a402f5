package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Limit;
import org.lumbar.core.text.Language;

/** The list of what became of the sources' statements. */
class ClaimListTest {

    private static final ClaimFilter ALL = new ClaimFilter(null, null, null);
    private static final int WIDTH = 90;

    private static String list(Language language, ClaimFilter filter) {
        return ClaimList.of(KNOWLEDGE, language, filter, new TextOptions(WIDTH, false, true));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryStatementWithItsVerdict(Language language) {
        String all = list(language, ALL);
        Words words = new Words(KNOWLEDGE, language);
        for (Claim claim : KNOWLEDGE.claims()) {
            assertThat(all)
                    .contains(claim.id()
                            + Words.DOT
                            + words.say("verdict." + claim.verdict().id()));
        }
        assertThat(all).endsWith(words.count("count.claims", KNOWLEDGE.claims().size()) + "\n");
    }

    @Test
    void choosesByVerdictSourceAndItem() {
        List<Claim> refused = new ClaimFilter(Verdict.REFUSE, "A", null).of(KNOWLEDGE);
        assertThat(refused).isNotEmpty().allMatch(claim -> claim.source().equals("A"));
        assertThat(refused).allMatch(claim -> claim.verdict() == Verdict.REFUSE);
        assertThat(new ClaimFilter(null, null, "metamizole").of(KNOWLEDGE))
                .extracting(Claim::id)
                .contains("A-medicines-07")
                .doesNotContain("A-spray-10");
    }

    /** The numbers are those of the claim: 3 times a day, 21 days, from 18 years. */
    @Test
    void tellsLimitsWithTheFieldThatHoldsThem() {
        String menovazin = list(Language.EN, new ClaimFilter(null, null, "menovazin"));
        assertThat(menovazin)
                .contains("• how often: dose, times a day: 3")
                .contains("• longest course: 21 days")
                .contains("• from 18 years")
                .contains("Menovazin rub: not offered (4 times a day)");
        assertThat(list(Language.RU, new ClaimFilter(null, null, "menovazin")))
                .contains("• как часто: доза, раз в день: 3")
                .contains("• наибольшая длительность: 21 день");
    }

    /** A skin test says nothing of what is swallowed. */
    @Test
    void tellsWhomALimitDoesNotConcernAndWhy() {
        ClaimFilter folk = new ClaimFilter(null, null, "folk-remedies");
        assertThat(list(Language.EN, folk).replaceAll("\\s+", " "))
                .contains("first: skin patch test; not for homeopathic product. It is swallowed");
        assertThat(list(Language.RU, folk).replaceAll("\\s+", " "))
                .contains(
                        "сначала: кожная проба; не касается пунктов: гомеопатическое средство. Средство принимают внутрь");
        assertThat(ClaimsJson.of(KNOWLEDGE, Language.EN, folk).replaceAll("\\s+", ""))
                .contains("\"gate\":[\"patch-test\"],\"notFor\":[{\"items\":[\"homeopathy\"],\"why\":\"Itisswallowed,");
    }

    @Test
    void tellsThatWhatIsOnlyRecordedDecidesNothing() {
        assertThat(list(Language.EN, new ClaimFilter(Verdict.RECORD_ONLY, null, "arnica")))
                .isEqualTo("0 statements\n");
        assertThat(list(Language.EN, new ClaimFilter(Verdict.RECORD_ONLY, null, "calendula")))
                .contains("Where it lives: recorded here only; it decides nothing");
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinTheWidth(Language language) {
        assertThat(list(language, ALL).lines()).allMatch(line -> line.length() <= WIDTH);
    }

    @Test
    void hasAWordForEveryKindOfLimitAndVerdict() {
        Words words = new Words(KNOWLEDGE, Language.EN);
        Arrays.stream(Verdict.values())
                .forEach(verdict ->
                        assertThat(words.say("sources.meaning." + verdict.id())).isNotBlank());
        KNOWLEDGE.claims().stream()
                .flatMap(claim -> claim.limits().stream())
                .filter(Limit.Worded.class::isInstance)
                .map(limit -> "limit." + ((Limit.Worded) limit).kind())
                .distinct()
                .forEach(key -> assertThat(words.say(key)).isNotBlank());
    }

    @Test
    void isWrittenAsJsonInTheSameOrder() {
        ClaimFilter filter = new ClaimFilter(null, null, "menovazin");
        Map<String, Object> json =
                JsonTree.object("{\"claims\": " + ClaimsJson.of(KNOWLEDGE, Language.EN, filter) + "}");
        assertThat((List<?>) json.get("claims"))
                .extracting(claim -> ((Map<?, ?>) claim).get("id"))
                .isEqualTo(filter.of(KNOWLEDGE).stream().map(Claim::id).toList());
        assertThat(json.toString()).contains("field=dose.times-per-day, value=3");
    }
}
