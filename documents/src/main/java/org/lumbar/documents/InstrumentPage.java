package org.lumbar.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Band;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.knowledge.Instrument.Scale;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;

/** What is known of questionnaires: all of them in a line each, or one with its questions, scores, licence and sources. */
public final class InstrumentPage {

    private final Words words;
    private final Page page;
    private final Parts parts;

    private InstrumentPage(KnowledgeBase knowledge, Language language, TextOptions options) {
        this.words = new Words(knowledge, language);
        this.page = new Page(options);
        this.parts = new Parts(words, page, 0);
    }

    /** One line for each instrument. */
    public static String list(KnowledgeBase knowledge, Language language, TextOptions options) {
        InstrumentPage all = new InstrumentPage(knowledge, language, options);
        all.writeList(knowledge.instruments());
        return all.page.toString();
    }

    /** The page of one instrument. */
    public static String of(Instrument instrument, KnowledgeBase knowledge, Language language, TextOptions options) {
        InstrumentPage one = new InstrumentPage(knowledge, language, options);
        one.write(instrument);
        return one.page.toString();
    }

    private void writeList(List<Instrument> instruments) {
        int longest =
                instruments.stream().mapToInt(one -> one.id().length()).max().orElse(0);
        for (Instrument one : instruments) {
            String id = one.id() + "\u00a0".repeat(longest - one.id().length());
            page.text(
                    2,
                    longest + 5,
                    List.of(
                            Page.span(id, Ink.STRONG),
                            Page.span(" " + words.say(one.name()), Ink.PLAIN),
                            Page.span(Words.DOT + freedom(one), Ink.FAINT)));
        }
    }

    private String freedom(Instrument instrument) {
        String name = instrument.licence().freedom().name();
        return words.say("instrument.freedom." + name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void write(Instrument instrument) {
        page.text(
                0,
                2,
                List.of(
                        Page.span(words.heading(instrument.name()), Ink.HEADING),
                        Page.span(" (" + instrument.id() + ")", Ink.FAINT)));
        page.text(0, 0, words.say(instrument.about()), Ink.PLAIN);
        parts.line("instrument.recall", words.say(instrument.recall()));
        page.gap();
        writeQuestions(instrument);
        page.gap();
        instrument.scales().forEach(this::writeScale);
        page.gap();
        parts.line(
                "instrument.licence",
                words.capital(freedom(instrument)) + ". "
                        + words.say(instrument.licence().terms())
                        + parts.mark(instrument.licence().sources(), Words.UNVERIFIED));
        writeSources(instrument);
        parts.unverified(instrument.sources(), Words.UNVERIFIED);
    }

    private void writeQuestions(Instrument instrument) {
        String label = instrument.licence().asksItself() ? "instrument.questions" : "instrument.topics";
        List<String> texts = new ArrayList<>();
        for (Question question : instrument.questions()) {
            texts.add(question.id() + ". " + words.say(question.asks()) + " [" + answers(question) + "]");
        }
        parts.lines(label, texts);
    }

    private String answers(Question question) {
        if (question.answers().isEmpty()) {
            return words.fill(
                    "dose.between",
                    Map.of("from", words.number(question.least()), "to", words.number(question.most())));
        }
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < question.answers().size(); i++) {
            answers.add(words.number(question.least() + i) + " "
                    + words.say(question.answers().get(i)));
        }
        return String.join(", ", answers);
    }

    private void writeScale(Scale scale) {
        String range = words.fill(
                "instrument.range",
                Map.of(
                        "from", words.number(scale.least()),
                        "to", words.number(scale.most()),
                        "needed", words.number(scale.answersNeeded()),
                        "of", words.number(scale.of().size())));
        page.text(
                0,
                2,
                List.of(
                        Page.span(words.capital(words.say(scale.name())) + ": ", Ink.STRONG),
                        Page.span(
                                range + " "
                                        + words.say("instrument.better."
                                                + scale.better().name().toLowerCase(Locale.ROOT)),
                                Ink.PLAIN)));
        for (Band band : scale.bands()) {
            String means = band.means() == null ? "" : ". " + words.say(band.means());
            page.text(
                    2,
                    4,
                    "• " + words.say(band.name()) + limits(scale, band) + means
                            + parts.mark(band.sources(), Words.UNVERIFIED),
                    Ink.PLAIN);
        }
        if (scale.change() != null) {
            page.text(
                    2,
                    4,
                    "• " + words.say("instrument.change") + ": "
                            + words.say(scale.change().context()),
                    Ink.PLAIN);
        }
    }

    private static boolean own(Scale scale, Band band) {
        return band.of().equals(scale.id());
    }

    private String limits(Scale scale, Band band) {
        List<String> limits = new ArrayList<>();
        if (band.atLeast() != null) {
            limits.add(words.say("operator.at-least") + " " + words.number(band.atLeast()));
        }
        if (band.atMost() != null) {
            limits.add(words.say("operator.at-most") + " " + words.number(band.atMost()));
        }
        if (limits.isEmpty()) {
            return ": " + words.say("instrument.rest");
        }
        String of = own(scale, band) ? "" : " (" + band.of() + ")";
        return ": " + String.join(", ", limits) + of;
    }

    private void writeSources(Instrument instrument) {
        Set<String> cited = new LinkedHashSet<>(instrument.sources().citations());
        cited.addAll(instrument.licence().sources().citations());
        for (Scale scale : instrument.scales()) {
            scale.bands().forEach(band -> cited.addAll(band.sources().citations()));
            if (scale.change() != null) {
                cited.addAll(scale.change().sources().citations());
            }
        }
        List<String> texts = new ArrayList<>();
        for (Citation citation : words.knowledge().citations()) {
            if (cited.contains(citation.id())) {
                String url = citation.url() == null ? "" : " " + citation.url();
                texts.add(citation.id() + ": " + citation.cite() + url + " ["
                        + words.say("citation.seen." + citation.seen()) + "]");
            }
        }
        parts.lines("heading.sources", texts);
    }
}
