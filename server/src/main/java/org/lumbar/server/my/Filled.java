package org.lumbar.server.my;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.chart.Kind;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.Result;
import org.lumbar.core.outcome.WrongAnswers;

/** A questionnaire that the patient filled in on a day. */
record Filled(LocalDate on, Answers answers) {

    /** What the entry holds: {@code {"instrument": ID, "on": DAY, "answers": "1,0,?"}}. */
    static Entry.Draft draft(Instrument instrument, LocalDate on, String answers) {
        return Entry.Draft.of(
                Kind.FILLED, Map.of("instrument", instrument.id(), "on", on.toString(), "answers", answers));
    }

    /** The forms of one instrument, oldest first, the last of each day; what the instrument of today cannot score is left out. */
    static List<Filled> of(List<Entry> entries, Instrument instrument) {
        Map<LocalDate, Filled> byDay = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.kind().equals(Kind.FILLED)
                        && Json.text(entry.content(), "instrument").equals(instrument.id()))
                .flatMap(entry -> read(entry, instrument))
                .forEach(one -> byDay.put(one.on(), one));
        return List.copyOf(byDay.values());
    }

    private static Stream<Filled> read(Entry entry, Instrument instrument) {
        try {
            LocalDate on = LocalDate.parse(Json.text(entry.content(), "on"));
            return Stream.of(new Filled(on, Answers.parse(instrument, Json.text(entry.content(), "answers"))));
        } catch (WrongAnswers e) {
            return Stream.empty();
        }
    }

    /** The score on the first scale; empty when too little was answered. */
    Optional<Result.Score> score() {
        return answers.score().stream()
                .flatMap(result -> result instanceof Result.Score score ? Stream.of(score) : Stream.empty())
                .findFirst();
    }
}
