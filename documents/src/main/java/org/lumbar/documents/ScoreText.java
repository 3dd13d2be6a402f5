package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.Change;
import org.lumbar.core.outcome.Result;
import org.lumbar.core.text.Language;

/** The scores of one form for people, with what they mean and how they differ from those of an earlier form. */
public final class ScoreText {

    private static final int DECIMAL = 10;

    private final Words words;
    private final Page page;

    private ScoreText(KnowledgeBase knowledge, Language language, TextOptions options) {
        this.words = new Words(knowledge, language);
        this.page = new Page(options);
    }

    /**
     * The text.
     *
     * @param before an earlier form of the same patient; null when there is none
     */
    public static String of(
            Answers answers,
            @Nullable Answers before,
            KnowledgeBase knowledge,
            Language language,
            TextOptions options) {
        ScoreText text = new ScoreText(knowledge, language, options);
        text.write(answers, before);
        return text.page.toString();
    }

    private void write(Answers answers, @Nullable Answers before) {
        Instrument instrument = answers.instrument();
        page.text(0, 2, words.capital(words.say(instrument.name())), Ink.HEADING);
        List<Result> results = answers.score();
        List<Change> changes = before == null ? List.of() : Change.between(before, answers);
        for (int i = 0; i < results.size(); i++) {
            writeResult(results.get(i));
            if (before != null) {
                writeChange(changes.get(i));
            }
        }
        page.gap();
        Parts parts = new Parts(words, page, 0);
        parts.sources(instrument.sources(), Words.UNVERIFIED);
    }

    private void writeResult(Result result) {
        String name = words.capital(words.say(result.scale().name())) + ": ";
        switch (result) {
            case Result.Score score -> {
                List<Page.Span> spans = new ArrayList<>();
                spans.add(Page.span(name, Ink.PLAIN));
                spans.add(Page.span(ofMost(score), Ink.STRONG));
                if (score.band() != null) {
                    spans.add(Page.span(Words.DOT + words.say(score.band().name()), Ink.STRONG));
                    spans.add(Page.span(
                            new Parts(words, page, 0).mark(score.band().sources(), Words.UNVERIFIED), Ink.FAINT));
                }
                page.text(2, 4, spans);
                if (score.band() != null && score.band().means() != null) {
                    page.text(4, 4, words.say(score.band().means()), Ink.PLAIN);
                }
            }
            case Result.NotScorable nothing -> {
                String why = words.fill(
                        "score.none",
                        Map.of(
                                "answered", words.number(nothing.answered()),
                                "of", words.number(nothing.scale().of().size()),
                                "needed", words.number(nothing.scale().answersNeeded())));
                page.text(2, 4, List.of(Page.span(name, Ink.PLAIN), Page.span(why, Ink.CARE)));
                List<String> open = nothing.open().stream()
                        .map(question -> words.say(question.asks()))
                        .toList();
                page.text(4, 4, words.fill("score.open", "questions", String.join("; ", open)), Ink.PLAIN);
            }
        }
    }

    private String ofMost(Result.Score score) {
        String value = shown(score.value());
        return score.scale().form() == Instrument.Form.PERCENT
                ? words.quantity("unit.percent", value)
                : words.fill(
                        "score.of",
                        Map.of(
                                "score",
                                value,
                                "most",
                                words.number(score.scale().most())));
    }

    /** One decimal; what is compared is never rounded. */
    private String shown(double value) {
        return words.number(Math.rint(value * DECIMAL) / DECIMAL);
    }

    private void writeChange(Change change) {
        switch (change) {
            case Change.Judged judged -> {
                String course = words.say("change."
                        + judged.course().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                Ink ink = switch (judged.course()) {
                    case IMPROVED -> Ink.GOOD;
                    case NO_IMPORTANT_CHANGE -> Ink.STRONG;
                    case WORSE -> Ink.URGENT;
                };
                page.text(4, 4, List.of(Page.span(course, ink), Page.span(": " + difference(judged), Ink.PLAIN)));
                if (judged.perhapsChance()) {
                    page.text(4, 4, words.say("change.chance"), Ink.CARE);
                }
                if (judged.scaleEnds()) {
                    page.text(4, 4, words.say("change.scale-ends"), Ink.CARE);
                }
                if (judged.recovered()) {
                    page.text(4, 4, words.say("change.recovered"), Ink.PLAIN);
                }
                if (judged.scale().change() != null) {
                    page.text(4, 4, words.say(judged.scale().change().context()), Ink.FAINT);
                }
            }
            case Change.NotJudged nothing -> {
                String why = nothing.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
                page.text(4, 4, words.say("change." + why), Ink.PLAIN);
            }
        }
    }

    private String difference(Change.Judged judged) {
        Map<String, String> places = Map.of(
                "before", shown(judged.before()),
                "now", shown(judged.now()),
                "percent", judged.percent() == null ? "" : shown(Math.abs(judged.percent())));
        return words.fill(judged.percent() == null ? "change.difference" : "change.difference-percent", places);
    }
}
