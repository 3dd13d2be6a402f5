package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.plan.DoseAdvice;

/** Doses and courses in words, in the order in which they are prescribed: how much, how often, how long. */
final class Regimen {

    /** One ingredient of a dose. */
    private record Part(
            String name,
            @Nullable Range perDoseMg,
            @Nullable Double perDayMaxMg) {}

    private final Words words;

    Regimen(Words words) {
        this.words = words;
    }

    /** The dose for one patient. */
    String of(DoseAdvice advice) {
        return of(advice.dose(), parts(advice));
    }

    private List<Part> parts(DoseAdvice advice) {
        return advice.ingredients().stream()
                .map(ingredient -> new Part(
                        words.say(ingredient.substance().name()), ingredient.perDoseMg(), ingredient.perDayMaxMg()))
                .toList();
    }

    /** The dose of an item, before the limits of any patient. */
    String of(Dose dose) {
        List<Part> parts = new ArrayList<>();
        for (Dose.Ingredient ingredient : dose.ingredients()) {
            parts.add(new Part(substance(ingredient.substance()), ingredient.perDoseMg(), null));
        }
        return of(dose, parts);
    }

    String substance(String id) {
        for (Substance substance : words.knowledge().substances()) {
            if (substance.id().equals(id)) {
                return words.say(substance.name());
            }
        }
        return id;
    }

    private String of(Dose dose, List<Part> parts) {
        List<String> how = new ArrayList<>();
        String amount = amount(dose, parts);
        String times = dose.timesPerDay() == null ? null : times(dose.timesPerDay());
        if (times == null || dose.amount() != null) {
            how.add(amount);
        }
        if (times != null) {
            how.add(dose.amount() == null ? amount + " " + times : times);
        }
        if (dose.hoursBetween() != null) {
            how.add(words.count("dose.hours-apart", Math.round(dose.hoursBetween())));
        }
        addDayLimit(how, dose, parts);
        List<String> howLong = new ArrayList<>();
        if (dose.daysMax() != null) {
            howLong.add(words.count("dose.longest", dose.daysMax()));
        }
        if (dose.daysReview() != null && !dose.daysReview().equals(dose.daysMax())) {
            howLong.add(words.fill("dose.review", "days", words.count("count.days", dose.daysReview())));
        }
        return String.join(", ", how) + (howLong.isEmpty() ? "" : "; " + String.join(", ", howLong));
    }

    /** How much at a time, and how it is given. */
    String amount(DoseAdvice advice) {
        return amount(advice.dose(), parts(advice));
    }

    private String amount(Dose dose, List<Part> parts) {
        String route = words.say("route." + dose.route());
        if (dose.amount() != null) {
            return words.say(dose.amount());
        }
        List<String> amounts = new ArrayList<>();
        for (Part part : parts) {
            if (part.perDoseMg() != null) {
                String milligrams = words.quantity("unit.mg", words.range(part.perDoseMg()));
                amounts.add(named(part, milligrams, parts));
            }
        }
        return amounts.isEmpty()
                ? route
                : words.fill("dose.amount-by-route", Map.of("amount", String.join(" + ", amounts), "route", route));
    }

    private String named(Part part, String amount, List<Part> parts) {
        return parts.size() == 1
                ? amount
                : words.fill("dose.of-substance", Map.of("substance", part.name(), "amount", amount));
    }

    private void addDayLimit(List<String> how, Dose dose, List<Part> parts) {
        List<String> limits = new ArrayList<>();
        for (Part part : parts) {
            if (part.perDayMaxMg() != null) {
                limits.add(named(part, words.quantity("unit.mg", part.perDayMaxMg()), parts));
            }
        }
        if (dose.gramsPerDayMax() != null) {
            limits = List.of(words.quantity("unit.g", dose.gramsPerDayMax()));
        }
        if (!limits.isEmpty()) {
            how.add(words.fill("dose.day-limit", "amounts", String.join(", ", limits)));
        }
    }

    private String times(Range times) {
        long most = Math.round(times.most());
        if (times.least() == times.most()) {
            return words.count("count.times-a-day", most);
        }
        return Math.round(times.least()) == 1
                ? words.count("dose.times-up-to", most)
                : words.fill("dose.times-between", Map.of("from", words.number(times.least()), "n", most));
    }

    /** How a procedure or an exercise is given; empty when only its settings are known. */
    String of(Course course) {
        List<String> parts = new ArrayList<>();
        if (course.minutes() != null) {
            parts.add(minutes(course.minutes()));
        }
        addCount(parts, "course.times-a-week-at-most", course.perWeekMax());
        addCount(parts, "course.sessions-at-most", course.sessionsMax());
        addCount(parts, "course.review", course.reviewAfterSessions());
        addCount(parts, "course.pause", course.pauseWeeksMin());
        return String.join(", ", parts);
    }

    /** What is known of how much and how often; empty for items without dose and course. */
    String of(Item item, @Nullable DoseAdvice dose) {
        if (dose != null) {
            return of(dose);
        }
        return item.course() == null ? "" : of(item.course());
    }

    private String minutes(Range minutes) {
        long most = Math.round(minutes.most());
        if (minutes.least() == minutes.most()) {
            return words.count("count.minutes", most);
        }
        return minutes.least() == 0
                ? words.count("course.minutes-up-to", most)
                : words.fill("course.minutes-between", Map.of("from", words.number(minutes.least()), "n", most));
    }

    private void addCount(List<String> parts, String key, @Nullable Integer number) {
        if (number != null) {
            parts.add(words.count(key, number));
        }
    }

    /** A setting with its value. */
    String of(Course.Parameter parameter) {
        String value = "";
        if (parameter.range() != null) {
            value = words.range(parameter.range());
            value = parameter.unit() == null ? value : words.quantity("unit." + key(parameter.unit()), value);
        }
        if (parameter.text() != null) {
            value = value.isEmpty() ? words.say(parameter.text()) : value + ", " + words.say(parameter.text());
        }
        return words.capital(words.say(parameter.name())) + ": " + Words.unstopped(value);
    }

    /** The key of a unit as settings write it: {@code W/cm2} is {@code w-cm2}. */
    static String key(String unit) {
        return switch (unit) {
            case "%" -> "percent";
            case "°C" -> "celsius";
            default -> unit.toLowerCase(Locale.ROOT).replace('µ', 'u').replaceAll("[^a-z0-9]+", "-");
        };
    }
}
