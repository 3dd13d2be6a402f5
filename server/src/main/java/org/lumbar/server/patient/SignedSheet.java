package org.lumbar.server.patient;

import java.util.List;
import org.lumbar.chart.Json;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.page.Missing;

/**
 * What a signed plan says, as it was signed.
 *
 * @param date day that it was made for, as ISO 8601 writes it
 * @param language of its words
 * @param lines its items
 * @param decided what was decided against rules
 * @param knowledge version of the knowledge base that it rests on
 * @param hash SHA-256 of that knowledge base
 */
public record SignedSheet(
        String date,
        String language,
        String signer,
        String diagnosis,
        List<Line> lines,
        List<Decided> decided,
        String knowledge,
        String hash) {

    /** An item as it was signed. */
    public record Line(String id, String name, String how) {}

    /** Something that is given in spite of a rule, and why. */
    public record Decided(String name, String rule, String why) {}

    public SignedSheet {
        lines = List.copyOf(lines);
        decided = List.copyOf(decided);
    }

    /**
     * A version of the plan.
     *
     * @throws Missing when there is none
     */
    public static PatientChart.SignedPlan find(PatientChart chart, int version) {
        return chart.signed().stream()
                .filter(plan -> plan.version() == version)
                .findFirst()
                .orElseThrow(Missing::new);
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
                Json.maps(plan.content(), "decided").stream()
                        .map(one -> new Decided(
                                Json.text(one, "name"),
                                Json.text(one, "rule"),
                                Json.text(one, "why") + " (" + Json.text(one, "author") + ", " + Json.text(one, "at")
                                        + ")"))
                        .toList(),
                Json.text(plan.content(), "knowledge"),
                Json.text(plan.content(), "knowledgeSha256"));
    }
}
