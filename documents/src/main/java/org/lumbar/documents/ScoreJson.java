package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Band;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.knowledge.Instrument.Scale;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.Change;
import org.lumbar.core.outcome.Result;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** The scores of one form for programs. */
public final class ScoreJson {

    private final KnowledgeBase knowledge;
    private final Language language;
    private final JsonGenerator json;

    private ScoreJson(KnowledgeBase knowledge, Language language, JsonGenerator json) {
        this.knowledge = knowledge;
        this.language = language;
        this.json = json;
    }

    /**
     * The JSON object, with a line feed at its end.
     *
     * @param before an earlier form of the same patient; null when there is none
     */
    public static byte[] of(Answers answers, @Nullable Answers before, KnowledgeBase knowledge, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(out, true)) {
            new ScoreJson(knowledge, language, json).write(answers, before);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private void write(Answers answers, @Nullable Answers before) throws IOException {
        Instrument instrument = answers.instrument();
        json.writeStartObject();
        json.writeStringField("instrument", instrument.id());
        text("name", instrument.name());
        json.writeStringField("language", language.code());
        json.writeArrayFieldStart("scores");
        for (Result result : answers.score()) {
            write(result);
        }
        json.writeEndArray();
        if (before != null) {
            json.writeArrayFieldStart("changes");
            for (Change change : Change.between(before, answers)) {
                write(change);
            }
            json.writeEndArray();
        }
        json.writeBooleanField("verified", instrument.sources().verified());
        Json.strings(
                json,
                "unverified",
                instrument.sources().unverified().stream()
                        .map(note -> note.in(language))
                        .toList());
        Json.strings(json, "citations", instrument.sources().citations());
        json.writeEndObject();
    }

    private void write(Result result) throws IOException {
        Scale scale = result.scale();
        json.writeStartObject();
        json.writeStringField("scale", scale.id());
        text("name", scale.name());
        switch (result) {
            case Result.Score score -> {
                Json.number(json, "score", Double.valueOf(score.value()));
                json.writeNumberField("answered", score.answered());
                write(score.band());
            }
            case Result.NotScorable nothing -> {
                json.writeNullField("score");
                json.writeNumberField("answered", nothing.answered());
                Json.strings(
                        json, "open", nothing.open().stream().map(Question::id).toList());
            }
        }
        json.writeNumberField("needed", scale.answersNeeded());
        json.writeNumberField("of", scale.of().size());
        Json.pair(json, "range", new Range(scale.least(), scale.most()));
        json.writeStringField("better", scale.better().name().toLowerCase(Locale.ROOT));
        Json.strings(json, "loinc", loinc(scale));
        json.writeEndObject();
    }

    private void write(@Nullable Band band) throws IOException {
        if (band != null) {
            json.writeObjectFieldStart("band");
            json.writeStringField("id", band.id());
            text("name", band.name());
            if (band.means() != null) {
                text("means", band.means());
            }
            json.writeBooleanField("verified", band.sources().verified());
            json.writeEndObject();
        }
    }

    /** Codes of observations that hold this score. */
    private List<String> loinc(Scale scale) {
        return knowledge.measures().stream()
                .filter(measure -> measure.id().equals(scale.measure()))
                .map(Measure::loinc)
                .findFirst()
                .orElse(List.of());
    }

    private void write(Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("scale", change.scale().id());
        switch (change) {
            case Change.Judged judged -> {
                json.writeStringField("course", lower(judged.course()));
                Json.number(json, "before", Double.valueOf(judged.before()));
                Json.number(json, "now", Double.valueOf(judged.now()));
                Json.number(json, "pointsBetter", Double.valueOf(judged.points()));
                Json.number(json, "percentBetter", judged.percent());
                json.writeBooleanField("byPoints", judged.byPoints());
                json.writeBooleanField("byPercent", judged.byPercent());
                json.writeBooleanField("perhapsChance", judged.perhapsChance());
                json.writeBooleanField("scaleEnds", judged.scaleEnds());
                json.writeBooleanField("recovered", judged.recovered());
            }
            case Change.NotJudged nothing -> {
                json.writeNullField("course");
                json.writeStringField("why", lower(nothing.why()));
            }
        }
        json.writeEndObject();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void text(String field, LocalizedText text) throws IOException {
        json.writeStringField(field, text.in(language));
    }
}
