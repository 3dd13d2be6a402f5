package org.lumbar.server.patient;

import java.util.List;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;

/**
 * What a signed plan says, as it was signed.
 *
 * @param date day that it was made for, as ISO 8601 writes it
 * @param language of its words
 * @param lines its items
 * @param knowledge version of the knowledge base that it rests on
 * @param hash SHA-256 of that knowledge base
 */
public record SignedSheet(
        String date,
        String language,
        String signer,
        String diagnosis,
        List<Line> lines,
        String knowledge,
        String hash) {

    /** An item as it was signed. */
    public record Line(String id, String name, String how) {}

    public SignedSheet {
        lines = List.copyOf(lines);
    }

    public static SignedSheet of(PatientChart.SignedPlan plan) {
        return new SignedSheet(
                Json.text(plan.content(), "date"),
                Json.text(plan.content(), "language"),
                Json.text(plan.content(), "signer"),
                Json.text(plan.content(), "diagnosis"),
                Json.maps(plan.content(), "items").stream()
                        .map(item -> new Line(Json.text(item, "id"), Json.text(item, "name"), Json.text(item, "how")))
                        .toList(),
                Json.text(plan.content(), "knowledge"),
                Json.text(plan.content(), "knowledgeSha256"));
    }
}
