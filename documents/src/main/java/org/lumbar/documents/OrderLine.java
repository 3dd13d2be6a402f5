package org.lumbar.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.Prescription;
import org.lumbar.core.plan.Prescription.Field;
import org.lumbar.core.text.Language;

/**
 * An order as one line in fixed order: substance and form – dose, route, frequency, food, when needed, how long and until which
 * day. Most in a day. What for. No trailing zero, a zero before a decimal, a space before every unit, nothing abbreviated.
 *
 * <p>One for each thread.
 */
public final class OrderLine {

    private final Words words;
    private final Regimen regimen;

    public OrderLine(KnowledgeBase knowledge, Language language) {
        this.words = new Words(knowledge, language);
        this.regimen = new Regimen(words);
    }

    /**
     * The line of an item.
     *
     * @param advice null for what has no dose
     * @param start first day
     * @param purpose what it is for; empty to leave it out
     */
    public String of(Item item, @Nullable DoseAdvice advice, Order order, LocalDate start, String purpose) {
        if (order.isEmpty()) {
            return words.capital(regimen.of(item, advice));
        }
        List<String> sentences = new ArrayList<>();
        String how = String.join(", ", advice == null ? course(order.prescription()) : dose(advice, order, start));
        sentences.add(
                advice == null
                        ? words.capital(how)
                        : words.fill("line.medicine", Map.of("what", product(advice), "how", how)));
        Double most = advice == null ? null : most(advice);
        if (most != null) {
            sentences.add(words.fill("line.most", "amount", words.quantity("unit.mg", most)));
        }
        if (!purpose.isEmpty() && advice != null) {
            sentences.add(words.fill("line.for", "purpose", purpose));
        }
        if (!order.more().isEmpty()) {
            sentences.add(order.more());
        }
        return sentences.stream().map(Words::stopped).collect(Collectors.joining(" "));
    }

    private static @Nullable Double most(DoseAdvice advice) {
        return advice.ingredients().size() == 1
                ? advice.ingredients().getFirst().perDayMaxMg()
                : null;
    }

    /** Substances and the form, without what the form's description adds. */
    private String product(DoseAdvice advice) {
        String substances = words.capital(advice.ingredients().stream()
                .map(ingredient -> words.say(ingredient.substance().name()))
                .collect(Collectors.joining(" + ")));
        if (advice.dose().form() == null) {
            return substances;
        }
        String form = words.say(advice.dose().form()).split("[;:,]", 2)[0].strip();
        return substances.isEmpty() ? words.capital(form) : substances + ", " + form;
    }

    private List<String> dose(DoseAdvice advice, Order order, LocalDate start) {
        Prescription prescription = order.prescription();
        List<String> how = new ArrayList<>();
        how.add(amount(advice, prescription));
        Integer times = prescription.whole(Field.TIMES);
        if (times != null) {
            how.add(words.count("count.times-a-day", times));
        }
        if (!order.meal().isEmpty()) {
            how.add(words.say("line.meal." + order.meal()));
        }
        if (order.asNeeded()) {
            how.add(words.say("line.as-needed"));
        }
        Integer days = prescription.whole(Field.DAYS);
        if (days != null) {
            String last = words.date(start.plusDays(days - 1L));
            how.add(words.fill("line.days", Map.of("n", (long) days, "date", last)));
        }
        return how;
    }

    private String amount(DoseAdvice advice, Prescription prescription) {
        Double amount = prescription.values().get(Field.AMOUNT);
        return amount == null
                ? regimen.amount(advice)
                : words.fill(
                        "dose.amount-by-route",
                        Map.of(
                                "amount", words.quantity("unit.mg", amount),
                                "route", words.say("route." + advice.dose().route())));
    }

    private List<String> course(Prescription prescription) {
        List<String> how = new ArrayList<>();
        add(how, "count.sessions", prescription.whole(Field.SESSIONS));
        add(how, "count.minutes", prescription.whole(Field.MINUTES));
        add(how, "count.times-a-week", prescription.whole(Field.PER_WEEK));
        return how;
    }

    private void add(List<String> how, String key, @Nullable Integer number) {
        if (number != null) {
            how.add(words.count(key, number));
        }
    }
}
