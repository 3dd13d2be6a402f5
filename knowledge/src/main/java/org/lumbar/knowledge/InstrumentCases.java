package org.lumbar.knowledge;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Band;
import org.lumbar.core.knowledge.Instrument.Scale;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.Change;
import org.lumbar.core.outcome.Result;
import org.lumbar.core.outcome.WrongAnswers;

/** The worked cases inside an instrument's file: forms as they were filled in, and what they must come to. */
final class InstrumentCases {

    /** What a score may be away from one that is written with one decimal, as it is shown. */
    private static final double SHOWN = 0.05 + 1e-9;

    private static final List<String> COURSES = List.of("improved", "no-important-change", "worse", "none");

    private InstrumentCases() {}

    /** Reads and runs the cases of an instrument; one that comes out otherwise is a problem of the file. */
    static void read(Entry instrument, Instrument knowledge) {
        if (!instrument.has("cases")) {
            instrument.error("cases", "needs cases", "Add cases: at least one published example.");
        }
        for (Entry entry : instrument.entries("cases")) {
            entry.text("name");
            Answers before = answers(entry, "before", knowledge);
            Answers answers = answers(entry, "answers", knowledge);
            if (!entry.has("answers")) {
                entry.error("answers", "needs answers", "Write them as \"1,0,?,3\".");
            }
            for (Entry expected : expected(entry)) {
                check(expected, knowledge, before, answers);
                expected.end();
            }
            entry.ids("cite", Ids.Kind.CITATION);
            entry.end();
        }
    }

    private static List<Entry> expected(Entry entry) {
        if (!entry.has("expect")) {
            entry.error("expect", "needs expect", "Write what each scale comes to.");
        }
        return entry.entries("expect");
    }

    private static @Nullable Answers answers(Entry entry, String key, Instrument instrument) {
        String written = entry.textOrNull(key);
        if (written == null) {
            return null;
        }
        try {
            return Answers.parse(instrument, written);
        } catch (WrongAnswers e) {
            entry.error(
                    key,
                    key + " " + written + " does not fit the instrument (" + e.kind() + " " + e.found() + ")",
                    "Write one answer for each question, ? for a blank.");
            return null;
        }
    }

    private static void check(
            Entry expected, Instrument instrument, @Nullable Answers before, @Nullable Answers answers) {
        String id = expected.text("scale");
        Double score = expected.numberOrNull("score");
        boolean none = expected.flag("none", false);
        String band = expected.textOrNull("band");
        String course = expected.has("change") ? expected.word("change", null, COURSES) : null;
        if (none == (score != null)) {
            expected.error("score", "score and none, or neither of them, does not fit", "Write one of the two.");
        }
        List<Scale> named =
                instrument.scales().stream().filter(one -> one.id().equals(id)).toList();
        if (named.isEmpty()) {
            expected.error(
                    "scale", "the scale " + id + " does not fit: this instrument has none of this id", "Correct it.");
        } else if (answers != null) {
            compare(expected, answers.score(named.get(0)), score, band);
            compare(expected, named.get(0), before, answers, course);
        }
    }

    private static void compare(Entry expected, Result result, @Nullable Double score, @Nullable String band) {
        switch (result) {
            case Result.NotScorable nothing -> {
                if (score != null) {
                    wrong(expected, "score", score + ", but there is none");
                }
            }
            case Result.Score found -> {
                if (score == null || Math.abs(found.value() - score) > SHOWN) {
                    wrong(expected, "score", score + ", but it is " + found.value());
                }
                Band held = found.band();
                if (band != null && (held == null || !held.id().equals(band))) {
                    wrong(expected, "band", band + ", but it is " + (held == null ? "none" : held.id()));
                }
            }
        }
    }

    private static void compare(
            Entry expected, Scale scale, @Nullable Answers before, Answers answers, @Nullable String course) {
        if (course == null) {
            return;
        }
        if (before == null) {
            expected.error("change", "change does not fit a case without before", "Add the earlier form.");
            return;
        }
        Change change = Change.between(before, answers).stream()
                .filter(one -> one.scale().id().equals(scale.id()))
                .findFirst()
                .orElseThrow();
        String found = switch (change) {
            case Change.Judged judged ->
                judged.course().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Change.NotJudged nothing -> "none";
        };
        if (!found.equals(course)) {
            wrong(expected, "change", course + ", but it is " + found);
        }
    }

    private static void wrong(Entry expected, String key, String what) {
        expected.error(key, key + " does not fit: expected " + what, "Check the source, then the instrument.");
    }
}
