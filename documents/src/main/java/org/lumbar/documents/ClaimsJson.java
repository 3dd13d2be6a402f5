package org.lumbar.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Limit;
import org.lumbar.core.text.Language;

/** Claims of the ledger as one JSON array. */
public final class ClaimsJson {

    private final JsonGenerator json;
    private final Language language;

    private ClaimsJson(JsonGenerator json, Language language) {
        this.json = json;
        this.language = language;
    }

    public static String of(KnowledgeBase knowledge, Language language, ClaimFilter filter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(out, true)) {
            ClaimsJson writer = new ClaimsJson(json, language);
            json.writeStartArray();
            for (Claim claim : filter.of(knowledge)) {
                writer.write(claim);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8) + "\n";
    }

    private void write(Claim claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", claim.id());
        json.writeStringField("source", claim.source());
        json.writeStringField("says", claim.says().in(language));
        json.writeStringField("verdict", claim.verdict().id());
        json.writeStringField("why", claim.why().in(language));
        json.writeStringField("item", claim.item());
        json.writeArrayFieldStart("limits");
        for (Limit limit : claim.limits()) {
            json.writeStartObject();
            write(limit);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("refuses");
        for (Claim.Refusal refusal : claim.refusals()) {
            json.writeStartObject();
            json.writeStringField("what", refusal.what().in(language));
            places(refusal.heldBy());
            json.writeEndObject();
        }
        json.writeEndArray();
        places(claim.heldBy());
        json.writeObjectFieldStart("quantities");
        for (var quantity : new TreeMap<>(claim.quantities()).entrySet()) {
            json.writeStringField(quantity.getKey(), quantity.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Limit limit) throws IOException {
        switch (limit) {
            case Limit.Excluded excluded -> Json.strings(json, "exclude", excluded.findings());
            case Limit.Cautioned cautioned -> Json.strings(json, "caution", cautioned.findings());
            case Limit.Gated gated -> Json.strings(json, "gate", gated.gates());
            case Limit.Phased phased -> Json.strings(json, "phase", phased.phases());
            case Limit.Lasting lasting -> json.writeNumberField("days", lasting.days());
            case Limit.Graded graded -> json.writeStringField("evidence", graded.grade());
            case Limit.Aged aged -> {
                json.writeNumberField("ageLeast", aged.least());
                Json.number(json, "ageMost", aged.most());
            }
            case Limit.Partial partial -> {
                write(partial.limit());
                json.writeArrayFieldStart("notFor");
                for (Limit.Sparing sparing : partial.spared()) {
                    json.writeStartObject();
                    Json.strings(json, "items", sparing.items());
                    json.writeStringField("why", sparing.why().in(language));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Limit.Worded worded -> {
                json.writeStringField(worded.kind(), worded.words());
                places(worded.heldBy());
            }
        }
    }

    private void places(List<Claim.Place> places) throws IOException {
        json.writeArrayFieldStart("heldBy");
        for (Claim.Place place : places) {
            json.writeStartObject();
            json.writeStringField("in", place.where());
            json.writeStringField("field", place.field());
            json.writeStringField("value", place.value());
            json.writeStringField("text", place.text().in(language));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
