package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Guideline;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.DoseAdvice.IngredientDose;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Recommendation.GateState;
import org.lumbar.core.plan.Wording;
import org.lumbar.core.text.LocalizedText;

/** Writes what a plan says of one item. */
final class RecommendationJson {

    private final JsonGenerator json;
    private final Wording wording;
    private final List<Guideline> guidelines;

    RecommendationJson(JsonGenerator json, KnowledgeBase knowledge, Wording wording) {
        this.json = json;
        this.wording = wording;
        this.guidelines = knowledge.guidelines();
    }

    void write(Recommendation recommendation) throws IOException {
        Item item = recommendation.item();
        json.writeStartObject();
        json.writeStringField("item", item.id());
        json.writeStringField("category", item.category());
        json.writeStringField("name", wording.say(item.name()));
        json.writeStringField("status", recommendation.status().id());
        if (item.umbrella()) {
            Json.strings(json, "members", item.members());
        }
        json.writeArrayFieldStart("reasons");
        for (Reason reason : recommendation.reasons()) {
            write(reason);
        }
        json.writeEndArray();
        Json.strings(json, "missing", recommendation.missing());
        json.writeArrayFieldStart("gates");
        for (GateState gate : recommendation.gates()) {
            write(gate);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("wouldChangeIf");
        for (List<String> way : recommendation.wouldChangeIf()) {
            Json.strings(json, way);
        }
        json.writeEndArray();
        write(item.evidence());
        DoseAdvice dose = recommendation.dose();
        if (dose != null) {
            write(dose, item);
        }
        if (recommendation.status().offered()) {
            write(item.course());
            texts("advice", item.advice());
            texts("monitor", item.monitor());
            texts("stop", item.stop());
        }
        write(item.dispute());
        grounds(item.sources());
        texts("unverified", item.sources().unverified());
        json.writeEndObject();
    }

    private void write(Reason reason) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", reason.rule());
        Json.strings(json, "findings", reason.findings());
        json.writeStringField("text", wording.say(reason));
        json.writeBooleanField("caution", reason.caution());
        grounds(reason.sources());
        json.writeEndObject();
    }

    private void grounds(Sources sources) throws IOException {
        Json.strings(json, "claims", sources.claims());
        Json.strings(json, "citations", sources.citations());
        json.writeBooleanField("verified", sources.verified());
    }

    private void write(GateState state) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", state.gate().id());
        json.writeStringField("name", wording.say(state.gate().name()));
        json.writeFieldName("open");
        if (state.open() == Truth.UNKNOWN) {
            json.writeNull();
        } else {
            json.writeBoolean(state.open() == Truth.TRUE);
        }
        json.writeBooleanField("blocks", state.gate().blocks());
        json.writeEndObject();
    }

    private void write(Item.Evidence evidence) throws IOException {
        json.writeObjectFieldStart("evidence");
        json.writeStringField("grade", evidence.grade());
        text("summary", evidence.summary());
        json.writeObjectFieldStart("position");
        Map<String, String> position = evidence.position();
        if (!position.isEmpty()) {
            for (Guideline guideline : guidelines) {
                String word = position.get(guideline.id());
                if (word != null) {
                    json.writeStringField(guideline.id(), word);
                }
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(DoseAdvice advice, Item item) throws IOException {
        Dose dose = advice.dose();
        json.writeObjectFieldStart("dose");
        json.writeStringField("route", dose.route());
        text("form", dose.form());
        json.writeArrayFieldStart("ingredients");
        for (IngredientDose ingredient : advice.ingredients()) {
            write(ingredient, advice.ingredients().size() == 1 ? item.atc() : List.of());
        }
        json.writeEndArray();
        Json.pair(json, "timesPerDay", dose.timesPerDay());
        Json.number(json, "hoursBetween", dose.hoursBetween());
        Json.number(json, "maxDays", dose.daysMax());
        Json.number(json, "reviewDay", dose.daysReview());
        text("amount", dose.amount());
        Json.number(json, "gramsPerDayMax", dose.gramsPerDayMax());
        texts("adjustments", advice.adjustments());
        json.writeEndObject();
    }

    /**
     * Writes an ingredient.
     *
     * @param own codes of the product, which tell the route, where this is its only ingredient
     */
    private void write(IngredientDose ingredient, List<String> own) throws IOException {
        List<String> atc = own.isEmpty() ? ingredient.substance().atc() : own;
        json.writeStartObject();
        json.writeStringField("name", wording.say(ingredient.substance().name()));
        json.writeStringField("substance", ingredient.substance().id());
        json.writeStringField("atc", atc.isEmpty() ? null : atc.get(0));
        Range perDose = ingredient.perDoseMg();
        Double perDay = ingredient.perDayMaxMg();
        if (perDose != null) {
            json.writeStringField("perDose", milligrams(perDose));
        }
        if (perDay != null) {
            json.writeStringField("perDayMax", Json.plain(perDay) + " mg");
        }
        if (perDose != null) {
            json.writeFieldName("perDoseMg");
            Json.between(json, perDose.least(), perDose.most());
        }
        Json.number(json, "perDayMaxMg", perDay);
        json.writeEndObject();
    }

    private static String milligrams(Range range) {
        String most = Json.plain(range.most()) + " mg";
        return range.least() == range.most() ? most : Json.plain(range.least()) + "-" + most;
    }

    private void write(@Nullable Course course) throws IOException {
        if (course == null) {
            return;
        }
        json.writeObjectFieldStart("course");
        Json.pair(json, "minutes", course.minutes());
        Json.number(json, "sessionsMax", course.sessionsMax());
        Json.number(json, "perWeekMax", course.perWeekMax());
        Json.number(json, "pauseWeeksMin", course.pauseWeeksMin());
        Json.number(json, "reviewAfterSessions", course.reviewAfterSessions());
        json.writeArrayFieldStart("parameters");
        for (Course.Parameter parameter : course.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", wording.say(parameter.name()));
            Json.pair(json, "range", parameter.range());
            if (parameter.unit() != null) {
                json.writeStringField("unit", parameter.unit());
            }
            text("text", parameter.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Item.@Nullable Dispute dispute) throws IOException {
        if (dispute == null) {
            return;
        }
        json.writeObjectFieldStart("dispute");
        text("source", dispute.source());
        text("regulators", dispute.regulators());
        Json.strings(json, "ids", dispute.ids());
        json.writeEndObject();
    }

    private void text(String field, @Nullable LocalizedText text) throws IOException {
        if (text != null) {
            json.writeStringField(field, wording.say(text));
        }
    }

    private void texts(String field, List<LocalizedText> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (LocalizedText text : texts) {
            json.writeString(wording.say(text));
        }
        json.writeEndArray();
    }
}
