package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Band;
import org.lumbar.core.knowledge.Instrument.Better;
import org.lumbar.core.knowledge.Instrument.ChangeRule;
import org.lumbar.core.knowledge.Instrument.Form;
import org.lumbar.core.knowledge.Instrument.Freedom;
import org.lumbar.core.knowledge.Instrument.Licence;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.knowledge.Instrument.Scale;
import org.lumbar.core.text.LocalizedText;

/** Reads {@code instruments/}, one file each, and checks that their numbers fit together. */
final class InstrumentsReader {

    private static final int MOST_ANSWERS = 1000;

    private InstrumentsReader() {}

    static List<Instrument> read(Reading reading) {
        List<Instrument> instruments = new ArrayList<>();
        for (Entry entry : reading.mappings("instruments/")) {
            instruments.add(instrument(entry));
        }
        return List.copyOf(instruments);
    }

    private static Instrument instrument(Entry entry) {
        List<Question> questions = questions(entry);
        List<Scale> scales = scales(entry, questions);
        Integer fewest = entry.wholeOrNull("fewest-answers");
        if (fewest != null && (fewest < 1 || fewest > questions.size())) {
            entry.error(
                    "fewest-answers",
                    "fewest-answers " + fewest + " does not fit " + questions.size() + " questions",
                    "Write a number from 1 to that of the questions.");
        }
        Instrument instrument = new Instrument(
                entry.text("id"),
                entry.localized("name"),
                entry.localized("about"),
                entry.localized("recall"),
                questions,
                fewest == null ? questions.size() : fewest,
                scales,
                licence(entry),
                entry.sources(true));
        InstrumentCases.read(entry, instrument);
        entry.end();
        return instrument;
    }

    private static List<Question> questions(Entry entry) {
        List<Question> questions = new ArrayList<>();
        for (Entry one : required(entry, "questions")) {
            Question question = question(one);
            if (questions.stream().anyMatch(other -> other.id().equals(question.id()))) {
                one.error("id", "the question " + question.id() + " exists twice", "Give each its own id.");
            }
            questions.add(question);
            one.end();
        }
        return questions;
    }

    private static List<Entry> required(Entry entry, String key) {
        if (!entry.has(key)) {
            entry.error(key, "needs " + key, "Add " + key + ": with a list.");
        }
        return entry.entries(key);
    }

    private static Question question(Entry entry) {
        Range range = entry.rangeOrNull("answers");
        if (range == null && !entry.has("answers")) {
            entry.error("answers", "needs answers", "Add answers: [least, most].");
        }
        int least = range == null ? 0 : answer(entry, range.least());
        int most = range == null ? 0 : answer(entry, range.most());
        List<LocalizedText> says = entry.localizedList("says");
        if (!says.isEmpty() && says.size() != most - least + 1) {
            entry.error(
                    "says",
                    "says holds " + says.size() + " texts, which does not fit answers from " + least + " to " + most,
                    "Write one text for each answer, from the least on.");
        }
        return new Question(
                entry.text("id"),
                entry.localized("asks"),
                least,
                most,
                points(entry, least, most),
                says,
                entry.textOrNull("loinc"));
    }

    private static int answer(Entry entry, double value) {
        if (value != Math.rint(value) || Math.abs(value) > MOST_ANSWERS) {
            entry.error(
                    "answers",
                    "the answer " + value + " does not fit",
                    "Answers are whole numbers up to " + MOST_ANSWERS + ".");
            return 0;
        }
        return (int) value;
    }

    /** What each answer counts: itself, unless the points are written. */
    private static List<Integer> points(Entry entry, int least, int most) {
        if (!entry.has("points")) {
            return IntStream.rangeClosed(least, most).boxed().toList();
        }
        List<Integer> points = Numbers.integers(entry, "points");
        if (points.size() != most - least + 1) {
            entry.error(
                    "points",
                    "points holds " + points.size() + " numbers, which does not fit answers from " + least + " to "
                            + most,
                    "Write one number for each answer, from the least on.");
            return IntStream.rangeClosed(least, most).boxed().toList();
        }
        return points;
    }

    private static List<Scale> scales(Entry entry, List<Question> questions) {
        List<Scale> scales = new ArrayList<>();
        List<Entry> entries = required(entry, "scales");
        List<String> ids = entries.stream()
                .map(one -> String.valueOf(one.textOrNull("id")))
                .toList();
        for (Entry one : entries) {
            scales.add(scale(one, questions, ids));
            one.end();
        }
        return scales;
    }

    private static Scale scale(Entry entry, List<Question> questions, List<String> scales) {
        String id = entry.text("id");
        List<String> of = of(entry, questions);
        Form form = Form.valueOf(
                entry.word("form", null, List.of("sum", "mean", "percent")).toUpperCase(Locale.ROOT));
        Integer needed = entry.wholeOrNull("answers-needed");
        if (needed != null && (needed < 1 || needed > of.size())) {
            entry.error(
                    "answers-needed",
                    "answers-needed " + needed + " does not fit " + of.size() + " questions",
                    "Write a number from 1 to that of the questions.");
        }
        Integer blank = entry.wholeOrNull("blank-counts");
        if (blank != null && form != Form.SUM) {
            entry.error(
                    "blank-counts", "blank-counts does not fit form " + form, "Only a sum can count what is blank.");
        }
        Range range = entry.rangeOrNull("range");
        if (range == null && !entry.has("range")) {
            entry.error("range", "needs range", "Add range: [least, most].");
        }
        checkRange(
                entry, form, questions.stream().filter(q -> of.contains(q.id())).toList(), range);
        return new Scale(
                id,
                entry.localized("name"),
                form,
                of,
                needed == null ? of.size() : needed,
                blank,
                Better.valueOf(
                        entry.word("better", null, List.of("lower", "higher")).toUpperCase(Locale.ROOT)),
                range == null ? 0 : range.least(),
                range == null ? 0 : range.most(),
                entry.idOrNull("measure", Ids.Kind.MEASURE),
                bands(entry, id, scales),
                change(entry));
    }

    /** The questions that count; all when none is named. */
    private static List<String> of(Entry entry, List<Question> questions) {
        List<String> known = questions.stream().map(Question::id).toList();
        List<String> of = entry.words("of");
        for (String id : of) {
            if (!known.contains(id)) {
                entry.error(
                        "of",
                        "the question " + id + " does not fit: this instrument has none of this id",
                        Spelling.advice(id, known, "Name questions of this file."));
            }
        }
        return of.isEmpty() ? known : of;
    }

    /** The stated range must be what the points come to: a check of both. */
    private static void checkRange(Entry entry, Form form, List<Question> counted, @Nullable Range range) {
        if (range == null || counted.isEmpty()) {
            return;
        }
        double least = counted.stream().mapToInt(Question::leastPoints).sum();
        double most = counted.stream().mapToInt(Question::mostPoints).sum();
        if (form == Form.PERCENT) {
            if (least != 0 || most == 0) {
                entry.error("form", "percent does not fit questions that do not begin at 0", "Correct the points.");
                return;
            }
            most = 100;
        } else if (form == Form.MEAN) {
            least = least / counted.size();
            most = most / counted.size();
        }
        if (range.least() != least || range.most() != most) {
            entry.error(
                    "range",
                    "range " + range.least() + " to " + range.most() + " does not fit the points, which give " + least
                            + " to " + most,
                    "Check the points of each question, then the range.");
        }
    }

    private static List<Band> bands(Entry entry, String scale, List<String> scales) {
        List<Band> bands = new ArrayList<>();
        List<Entry> entries = entry.entries("bands");
        for (int i = 0; i < entries.size(); i++) {
            Entry one = entries.get(i);
            String of = one.textOrNull("of");
            if (of != null && !scales.contains(of)) {
                one.error(
                        "of", "the scale " + of + " does not fit: this instrument has none of this id", "Correct it.");
            }
            Double atLeast = one.numberOrNull("at-least");
            Double atMost = one.numberOrNull("at-most");
            boolean last = i == entries.size() - 1;
            if (last != (atLeast == null && atMost == null)) {
                one.error(
                        last ? "at-least" : "id",
                        (last ? "a limit of the last band" : "a band without limit before the last")
                                + " does not fit: the first band that holds is the one",
                        "The last band takes all that is left; every other needs at-least or at-most.");
            }
            bands.add(new Band(
                    one.text("id"),
                    one.localized("name"),
                    one.localizedOrNull("means"),
                    of == null ? scale : of,
                    atLeast,
                    atMost,
                    one.sources(true)));
            one.end();
        }
        return bands;
    }

    private static @Nullable ChangeRule change(Entry scale) {
        Entry entry = scale.entryOrNull("change");
        if (entry == null) {
            return null;
        }
        Double points = entry.amountOrNull("points");
        Double percent = entry.amountOrNull("percent");
        Double worse = entry.amountOrNull("worse-points");
        Double low = entry.amountOrNull("low-at-most");
        Double lowPoints = entry.amountOrNull("low-points");
        if (points == null && percent == null) {
            entry.error(
                    "points", "a change without points or percent does not fit", "Write the smallest that matters.");
        }
        if (points == null && worse == null) {
            entry.error("worse-points", "a change without worse-points does not fit", "Add it, or points.");
        }
        if ((low == null) != (lowPoints == null)) {
            entry.error("low-at-most", "low-at-most without low-points, or the reverse, does not fit", "Write both.");
        }
        ChangeRule rule = new ChangeRule(
                points,
                entry.amountOrNull("points-if-single"),
                percent,
                low,
                lowPoints,
                worse != null ? worse : points == null ? 0 : points,
                entry.amountOrNull("detectable"),
                entry.amountOrNull("reliable-from"),
                entry.amountOrNull("reliable-to"),
                entry.amountOrNull("recovered-at-most"),
                entry.flag("same-questions", false),
                entry.localized("context"),
                entry.sources(true));
        entry.end();
        return rule;
    }

    private static Licence licence(Entry instrument) {
        Entry entry = instrument.entryOrNull("licence");
        if (entry == null) {
            if (!instrument.has("licence")) {
                instrument.error("licence", "needs licence", "Add licence: with freedom and terms.");
            }
            return new Licence(Freedom.RESTRICTED, false, Bilingual.NO_TEXT, instrument.sources(true));
        }
        String freedom = entry.word("freedom", null, List.of("open", "acknowledge", "non-commercial", "restricted"));
        boolean asksItself = entry.flag("asks-itself", false);
        if (asksItself && !freedom.equals("open")) {
            entry.error(
                    "asks-itself",
                    "asks-itself does not fit freedom " + freedom,
                    "Only questions that are free may be put to a patient from here.");
        }
        Licence licence = new Licence(
                Freedom.valueOf(freedom.toUpperCase(Locale.ROOT).replace('-', '_')),
                asksItself,
                entry.localized("terms"),
                entry.sources(true));
        entry.end();
        return licence;
    }
}
