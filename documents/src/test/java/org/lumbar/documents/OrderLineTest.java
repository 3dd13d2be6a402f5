package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;
import static org.lumbar.documents.PeopleFixtures.PLANNER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Prescription;
import org.lumbar.core.plan.Prescription.Field;
import org.lumbar.core.plan.Weighing;
import org.lumbar.core.text.Language;

/** One line, one order of its parts, and nothing that has ever been misread. */
class OrderLineTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 23);

    private static final Weighing WEIGHING = PLANNER.weighing(
            PeopleFixtures.records().get("acute-lumbago"),
            new PlanRequest(KNOWLEDGE.reviewed(), Standard.COMPREHENSIVE, null, Language.EN));

    private static final Order FIVE_DAYS = new Order(
            new Prescription(Map.of(Field.AMOUNT, 400.0, Field.TIMES, 3.0, Field.DAYS, 4.0)), true, "after", "");

    private static Item item(String id) {
        return KNOWLEDGE.items().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String line(Language language, String item, Order order) {
        DoseAdvice dose = WEIGHING.dose(item).orElse(null);
        return new OrderLine(KNOWLEDGE, language)
                .of(
                        item(item),
                        dose,
                        order,
                        START,
                        language == Language.EN ? "acute low back pain" : "острая боль в пояснице");
    }

    private static String spaced(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void saysTheDoseInEnglish() {
        assertThat(spaced(line(Language.EN, "ibuprofen", FIVE_DAYS)))
                .isEqualTo("Ibuprofen, tablet or capsule 200 or 400 mg – 400 mg by mouth, 3 times a day, after food, "
                        + "only if needed for pain, for 4 days (to 26 November 2026). At most 1,200 mg a day. "
                        + "For: acute low back pain.");
    }

    @Test
    void saysTheDoseInRussian() {
        assertThat(spaced(line(Language.RU, "ibuprofen", FIVE_DAYS)))
                .startsWith("Ибупрофен, таблетка или капсула")
                .endsWith(
                        "– внутрь по 400 мг, 3 раза в день, после еды, только при боли, 4 дня (по 26 ноября 2026 г.). "
                                + "Не более 1 200 мг в сутки. Показание: острая боль в пояснице.");
    }

    /** The rules of the Institute for Safe Medication Practices. */
    @Test
    void isNeverMisread() {
        for (Language language : Language.values()) {
            for (double amount : List.of(0.5, 2.0, 7.5, 1000.0)) {
                Order order = new Order(
                        new Prescription(Map.of(Field.AMOUNT, amount, Field.TIMES, 1.0, Field.DAYS, 1.0)),
                        false,
                        "",
                        "");
                String line = line(language, "ibuprofen", order);
                assertThat(line)
                        .as("no trailing zero, no naked decimal, a space before the unit")
                        .doesNotContainPattern("\\d[.,]0(?!\\d)")
                        .doesNotContainPattern("(?<!\\d)[.,]\\d")
                        .doesNotContainPattern("\\d(mg|мг)")
                        .doesNotContainPattern("(?i)\\b(qd|bid|tid|prn|q\\.d|p\\.o)\\b");
            }
        }
    }

    @Test
    void keepsTheUsualRangeWhereNothingIsOrdered() {
        assertThat(spaced(line(Language.EN, "ibuprofen", Order.NONE)))
                .isEqualTo(spaced(new Words(KNOWLEDGE, Language.EN)
                        .capital(new Regimen(new Words(KNOWLEDGE, Language.EN))
                                .of(WEIGHING.dose("ibuprofen").orElseThrow()))));
    }

    @Test
    void ordersProceduresBySessions() {
        Order order = new Order(
                new Prescription(Map.of(Field.SESSIONS, 6.0, Field.PER_WEEK, 3.0, Field.MINUTES, 21.0)), false, "", "");
        assertThat(spaced(line(Language.EN, "tens", order))).isEqualTo("6 sessions, 21 minutes, 3 times a week.");
        assertThat(spaced(line(Language.RU, "tens", order))).isEqualTo("6 сеансов, 21 минута, 3 раза в неделю.");
    }
}
