package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.text.Language;

/** Numbers, dates and plurals as each language writes them. */
class WordsTest {

    private static final Words ENGLISH = new Words(KNOWLEDGE, Language.EN);
    private static final Words RUSSIAN = new Words(KNOWLEDGE, Language.RU);

    /** A place, but not what a plural says in one of its cases. */
    private static final Pattern PLACE =
            Pattern.compile("(?<!(?:zero|one|two|few|many|other|=[0-9]) )\\{([a-z-]+)(?=[,}])");

    @ParameterizedTest
    @CsvSource({
        "count.days, 1 день, 2 дня, 5 дней, 21 день",
        "count.weeks, 1 неделя, 2 недели, 5 недель, 21 неделя",
        "count.hours, 1 час, 2 часа, 5 часов, 21 час",
        "count.minutes, 1 минута, 2 минуты, 5 минут, 21 минута",
        "count.sessions, 1 сеанс, 2 сеанса, 5 сеансов, 21 сеанс",
        "count.questions, 1 вопрос, 2 вопроса, 5 вопросов, 21 вопрос",
        "count.items, 1 пункт, 2 пункта, 5 пунктов, 21 пункт",
        "count.years, 1 год, 2 года, 5 лет, 21 год",
        "count.times-a-day, 1 раз в день, 2 раза в день, 5 раз в день, 21 раз в день",
        "dose.longest, не дольше 1 дня, не дольше 2 дней, не дольше 5 дней, не дольше 21 дня",
        "dose.hours-apart, промежуток не меньше 1 часа, промежуток не меньше 2 часов, "
                + "промежуток не меньше 5 часов, промежуток не меньше 21 часа",
        "course.review, оценка эффекта после 1 процедуры, оценка эффекта после 2 процедур, оценка эффекта после 5 процедур, "
                + "оценка эффекта после 21 процедуры",
        "course.sessions-at-most, не больше 1 процедуры, не больше 2 процедур, не больше 5 процедур, "
                + "не больше 21 процедуры"
    })
    void countInRussian(String key, String one, String two, String five, String twentyOne) {
        assertThat(RUSSIAN.count(key, 1)).isEqualTo(one);
        assertThat(RUSSIAN.count(key, 2)).isEqualTo(two);
        assertThat(RUSSIAN.count(key, 5)).isEqualTo(five);
        assertThat(RUSSIAN.count(key, 21)).isEqualTo(twentyOne);
    }

    @Test
    void countInEnglish() {
        assertThat(ENGLISH.count("count.days", 1)).isEqualTo("1 day");
        assertThat(ENGLISH.count("count.days", 21)).isEqualTo("21 days");
        assertThat(ENGLISH.count("count.times-a-day", 1)).isEqualTo("once a day");
    }

    @Test
    void writeDatesAsPatientsReadThem() {
        LocalDate date = LocalDate.of(2026, 8, 6);
        assertThat(ENGLISH.date(date)).isEqualTo("6 August 2026");
        assertThat(plainSpaces(RUSSIAN.date(date))).isEqualTo("6 августа 2026 г.");
    }

    @Test
    void groupThousandsAndKeepDecimalsShort() {
        assertThat(ENGLISH.number(1200)).isEqualTo("1,200");
        assertThat(plainSpaces(RUSSIAN.number(1200))).isEqualTo("1 200");
        assertThat(ENGLISH.number(7.50)).isEqualTo("7.5");
        assertThat(RUSSIAN.number(0.6)).isEqualTo("0,6");
    }

    @Test
    void writeARangeOnceWhenItsEndsAreEqual() {
        assertThat(ENGLISH.range(new Range(50, 50))).isEqualTo("50");
        assertThat(ENGLISH.range(new Range(200, 400))).isEqualTo("200–400");
    }

    @Test
    void giveAnAgeAsExactlyAsItIsKnown() {
        assertThat(ENGLISH.age(Interval.exactly(42))).isEqualTo("42 years");
        assertThat(RUSSIAN.age(Interval.exactly(41))).isEqualTo("41 год");
        assertThat(ENGLISH.age(new Interval(39, 40))).isEqualTo("39–40 years");
        assertThat(ENGLISH.age(new Interval(90, Double.POSITIVE_INFINITY))).isEqualTo("90 years or older");
        assertThat(ENGLISH.age(null)).isEqualTo("age not known");
    }

    @Test
    void doNotEndASentenceTwice() {
        String line = RUSSIAN.fill("screen.follow-up-later", "dates", RUSSIAN.date(LocalDate.of(2027, 1, 3)));
        assertThat(line).endsWith("г.").doesNotEndWith("г..");
    }

    @Test
    void refuseAPlaceThatNothingFills() {
        assertThatThrownBy(() -> ENGLISH.fill("change.present", Map.of()))
                .hasMessageContaining("change.present has a place that nothing fills");
    }

    @Test
    void refuseAKeyThatDoesNotExist() {
        assertThatThrownBy(() -> ENGLISH.say("no.such-key")).hasMessageContaining("no.such-key");
    }

    @Test
    void haveTheSamePlacesInBothLanguages() {
        KNOWLEDGE
                .texts()
                .forEach((key, text) -> assertThat(places(text.ru())).as(key).isEqualTo(places(text.en())));
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plainSpaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
