package org.lumbar.documents;

import com.ibm.icu.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Patterns of the knowledge base filled in for one language: numbers, dates and plurals as its speakers write them. */
final class Words {

    /** Between things of one line. */
    static final String DOT = " · ";

    /** Key of the text for a statement whose source was not seen. */
    static final String UNVERIFIED = "label.unverified";

    private static final String ENTRY = "entry.";
    private static final String OTHER_ENTRY = ENTRY + "Other";
    private static final int DECIMALS = 3;
    private static final String PLURAL = ", plural,";

    private final KnowledgeBase knowledge;
    private final Wording wording;
    private final Locale locale;
    private final NumberFormat numbers;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter weekdays;
    private final Map<String, MessageFormat> plurals = new HashMap<>();
    private final Map<String, LocalizedText> names = new HashMap<>();

    Words(KnowledgeBase knowledge, Language language) {
        this.knowledge = knowledge;
        this.wording = new Wording(knowledge, language);
        this.locale = switch (language) {
            case EN -> Locale.UK;
            case RU -> Locale.of("ru", "RU");
        };
        this.numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(DECIMALS);
        this.weekdays = DateTimeFormatter.ofPattern("EEE, d MMMM", locale);
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(locale);
        for (Item item : knowledge.items()) {
            names.put(item.id(), item.name());
        }
        for (Measure measure : knowledge.measures()) {
            names.put(measure.id(), measure.name());
        }
        for (FindingDefinition finding : knowledge.findings()) {
            names.put(finding.id(), finding.name());
        }
    }

    KnowledgeBase knowledge() {
        return knowledge;
    }

    Locale locale() {
        return locale;
    }

    String say(LocalizedText text) {
        return wording.say(text);
    }

    /** The text with this key. */
    String say(String key) {
        return wording.say(key);
    }

    /** The text for what was not seen yet: of medicines the label, of anything else the source. */
    String unverifiedKey(String category) {
        String own = UNVERIFIED + "." + category;
        return knowledge.texts().containsKey(own) ? own : UNVERIFIED;
    }

    /** A reason with its why and its advice. */
    String say(Reason reason) {
        return wording.say(reason);
    }

    /** A reason in its shortest form, without a full stop. */
    String brief(Reason reason) {
        return unstopped(wording.say(new Reason(
                reason.rule(), reason.pattern(), reason.words(), null, reason.findings(), null, reason.sources())));
    }

    /** What kind of entry of a record a reference such as {@code Condition/ulcer} leads to, and which. */
    String entry(String reference) {
        String[] parts = reference.split("#", 2)[0].split("/", 2);
        String key = ENTRY + parts[0];
        return fill(knowledge.texts().containsKey(key) ? key : OTHER_ENTRY, "id", parts[parts.length - 1]);
    }

    /** The name of a finding, a measure or an item; the id itself when it is none of them. */
    String name(String id) {
        LocalizedText name = names.get(id);
        return name == null ? id : say(name);
    }

    /** A pattern whose one place is filled. */
    String fill(String key, String place, Object value) {
        return fill(key, Map.of(place, value));
    }

    /** A pattern filled in; a number that a plural depends on is given as a number. */
    String fill(String key, Map<String, ?> values) {
        String pattern = say(key);
        if (pattern.contains(PLURAL)) {
            return plurals.computeIfAbsent(key, k -> new MessageFormat(pattern, locale))
                    .format(values);
        }
        StringBuilder filled = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            Object value = values.get(pattern.substring(open + 1, close));
            if (value == null) {
                throw new IllegalArgumentException(key + " has a place that nothing fills: " + pattern);
            }
            filled.append(pattern, from, open);
            filled.append(value instanceof Number number ? number(number.doubleValue()) : value);
            from = close + 1;
            if (endsTwice(filled, pattern, from)) {
                from++;
            }
        }
        return filled.append(pattern, from, pattern.length()).toString();
    }

    /** A value may end with the full stop that the pattern goes on with: a Russian date does. */
    private static boolean endsTwice(StringBuilder filled, String pattern, int next) {
        return next < pattern.length()
                && pattern.charAt(next) == '.'
                && !filled.isEmpty()
                && filled.charAt(filled.length() - 1) == '.';
    }

    /** A pattern that counts. */
    String count(String key, long n) {
        return fill(key, "n", n);
    }

    String number(double value) {
        return numbers.format(value);
    }

    /** A number or a range with its unit, on one line. */
    String quantity(String unitKey, Object value) {
        return glued(fill(unitKey, "value", value));
    }

    String range(Range range) {
        return range.least() == range.most()
                ? number(range.most())
                : fill("dose.between", Map.of("from", number(range.least()), "to", number(range.most())));
    }

    String age(@Nullable Interval age) {
        if (age == null) {
            return say("age.unknown");
        }
        if (Double.isInfinite(age.most())) {
            return fill("age.at-least", "age", count("count.years", (long) age.least()));
        }
        String most = count("count.years", (long) age.most());
        return age.least() == age.most() ? most : fill("dose.between", Map.of("from", number(age.least()), "to", most));
    }

    /** A number as exactly as it is known. */
    String interval(Interval value) {
        if (value.least() == value.most()) {
            return number(value.least());
        }
        if (Double.isInfinite(value.most())) {
            return say("operator.at-least") + " " + number(value.least());
        }
        return Double.isInfinite(value.least())
                ? say("operator.at-most") + " " + number(value.most())
                : fill("dose.between", Map.of("from", number(value.least()), "to", number(value.most())));
    }

    /** A number with the unit of its measure, if people write one. */
    String amount(Measure measure, Interval value) {
        LocalizedText unit = MeasureUnits.of(measure, knowledge);
        return unit == null ? interval(value) : interval(value) + '\u00A0' + say(unit);
    }

    /** The word for the sign of a comparison. */
    String operator(String sign) {
        return say(
                switch (sign) {
                    case "<" -> "operator.less";
                    case "<=" -> "operator.at-most";
                    case ">" -> "operator.more";
                    default -> "operator.at-least";
                });
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    /** A day of the coming weeks: day of the week, day and month. */
    String shortDate(LocalDate date) {
        return weekdays.format(date);
    }

    /** Whom to call in a country, in sentences; the local emergency number where the country has none on record. */
    List<String> emergency(String country) {
        return knowledge
                .pathway()
                .emergencyNumbers(country)
                .map(numbers -> emergency(country, numbers))
                .orElseGet(() -> List.of(say("emergency.call-local")));
    }

    private List<String> emergency(String country, Pathway.EmergencyNumbers numbers) {
        List<String> sentences = new ArrayList<>();
        sentences.add(fill(
                "emergency.call",
                Map.of(
                        "country",
                        Locale.of("", country).getDisplayCountry(locale),
                        "numbers",
                        String.join(", ", numbers.emergency()))));
        if (!numbers.advice().isEmpty()) {
            sentences.add(fill("emergency.advice", "numbers", String.join(", ", numbers.advice())));
        }
        return sentences;
    }

    String country(String code) {
        Formulary formulary = knowledge.formularies().get(code);
        return formulary == null ? code : say(formulary.name());
    }

    String heading(String key) {
        return say(key).toUpperCase(locale);
    }

    String heading(LocalizedText text) {
        return say(text).toUpperCase(locale);
    }

    /** The best that a standard of care makes of an item, in one word. */
    String offer(Item.@Nullable Offer offer) {
        return say("offer." + (offer == null ? "none" : offer.name().toLowerCase(Locale.ROOT)));
    }

    String capital(String text) {
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(locale) + text.substring(first);
    }

    /** Words that stay on one line. */
    static String glued(String text) {
        return text.replace(' ', '\u00a0');
    }

    static String unstopped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    static String stopped(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
