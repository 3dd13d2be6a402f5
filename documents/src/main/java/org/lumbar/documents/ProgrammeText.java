package org.lumbar.documents;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeDay;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.exercise.ProgrammeStep;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** An exercise programme for people at a terminal: why it is so, the days, each session once, and what is left out. */
public final class ProgrammeText {

    private static final int WEEK = 7;

    private final Programme programme;
    private final Words words;
    private final ProgrammeWords say;
    private final Page page;
    private final DateTimeFormatter days;
    /** Sessions with the same steps have one letter. */
    private final Map<List<ProgrammeStep>, Lettered> letters = new LinkedHashMap<>();

    private record Lettered(String letter, ProgrammeSession session) {}

    private ProgrammeText(Programme programme, Words words, Page page) {
        this.programme = programme;
        this.words = words;
        this.say = new ProgrammeWords(words);
        this.page = page;
        this.days = DateTimeFormatter.ofPattern("EEE d MMM", words.locale());
    }

    /**
     * The programme in the language of its plan.
     *
     * @param knowledge the one that it was made with
     */
    public static String of(Programme programme, KnowledgeBase knowledge, TextOptions options) {
        Language language = programme.plan().request().language();
        Page page = new Page(options);
        ProgrammeText text = new ProgrammeText(programme, new Words(knowledge, language), page);
        text.write(knowledge.text("label.disclaimer"));
        return page.toString();
    }

    private void write(LocalizedText disclaimer) {
        Head head = new Head(programme.plan(), words, page);
        head.triage();
        head.diagnosis();
        page.gap();
        page.text(0, 2, say.title(programme), Ink.HEADING);
        for (Reason stop : programme.stops()) {
            page.text(2, 4, "! " + words.say(stop), Ink.CARE);
        }
        programme.notes().forEach(note -> page.text(2, 4, "· " + say.note(note), Ink.PLAIN));
        if (!programme.days().isEmpty()) {
            name();
            writeDays();
            writeSessions();
            writeCautions();
        }
        writeOmitted();
        page.gap();
        head.foot(disclaimer);
    }

    private void name() {
        for (ProgrammeSession session : programme.sessions()) {
            letters.computeIfAbsent(session.steps(), steps -> new Lettered(letter(letters.size()), session));
        }
    }

    /** A to Z, then AA, AB and so on. */
    private static String letter(int number) {
        String last = String.valueOf((char) ('A' + number % 26));
        return number < 26 ? last : letter(number / 26 - 1) + last;
    }

    private void writeDays() {
        for (ProgrammeDay day : programme.days()) {
            if (day.number() % WEEK == 1) {
                page.gap();
                page.text(0, 2, words.fill("programme-page.week", "n", day.week()), Ink.HEADING);
            }
            List<Page.Span> spans = new ArrayList<>();
            spans.add(Page.span(Words.glued(days.format(day.date())) + "  ", Ink.STRONG));
            if (day.sessions().isEmpty()) {
                spans.add(Page.span(words.say("programme-page.rest-day"), Ink.FAINT));
            }
            String separator = "";
            for (ProgrammeSession session : day.sessions()) {
                spans.add(Page.span(separator + session(session), Ink.PLAIN));
                separator = Words.DOT;
            }
            page.text(2, 14, spans);
        }
    }

    private String session(ProgrammeSession session) {
        Lettered lettered = letters.get(session.steps());
        String letter = lettered == null ? "" : lettered.letter();
        return Words.glued(say.clock(session.at()) + " " + letter + " (" + say.minutes(session) + ")");
    }

    private void writeSessions() {
        page.gap();
        page.text(0, 2, words.heading("programme-page.sessions"), Ink.HEADING);
        for (Lettered lettered : letters.values()) {
            ProgrammeSession session = lettered.session();
            page.text(
                    2,
                    4,
                    lettered.letter() + ". " + say.name(session) + ", " + say.minutes(session)
                            + (session.supervised() ? ", " + words.say("programme-page.supervised") : ""),
                    Ink.STRONG);
            int number = 1;
            for (ProgrammeStep step : session.steps()) {
                page.text(5, 9, number++ + ". " + say.step(step), Ink.PLAIN);
            }
        }
    }

    /** What the plan warns of with the movements that are used, each warning once. */
    private void writeCautions() {
        Set<String> used = new HashSet<>();
        programme
                .sessions()
                .forEach(session ->
                        session.steps().forEach(step -> used.add(step.item().id())));
        Map<String, List<String>> cautions = new LinkedHashMap<>();
        for (Recommendation one : programme.plan().recommendations()) {
            if (used.contains(one.item().id())) {
                one.reasons().stream()
                        .filter(Reason::caution)
                        .forEach(reason -> cautions.computeIfAbsent(words.say(reason), text -> new ArrayList<>())
                                .add(words.say(one.item().name())));
            }
        }
        if (cautions.isEmpty()) {
            return;
        }
        page.gap();
        page.text(0, 2, words.heading("programme-page.cautions"), Ink.HEADING);
        cautions.forEach((text, movements) ->
                page.text(2, 4, "! " + text + " (" + String.join(", ", movements) + ")", Ink.CARE));
    }

    private void writeOmitted() {
        if (programme.omitted().isEmpty()) {
            return;
        }
        page.gap();
        page.text(0, 2, words.heading("programme-page.omitted"), Ink.HEADING);
        programme.omitted().forEach(one -> page.text(2, 4, "· " + say.omission(one), Ink.PLAIN));
    }
}
