package org.lumbar.server.care;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.documents.PlanPdf;
import org.lumbar.documents.Signature;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Component;

/** The plan on paper: as a draft, and as it is signed. */
@Component
public final class Sheets {

    private final Clinic clinic;

    public Sheets(Clinic clinic) {
        this.clinic = clinic;
    }

    /** The draft; in an emergency the sheet that says what to do instead. */
    byte[] draft(PlanPage page) {
        return page.stopped()
                ? pdf(page, null)
                : pdf(page, false, page.messages().say("plan.draft-line"));
    }

    /** @param line who signed which version and when */
    byte[] signed(PlanPage page, String line) {
        return pdf(page, true, line);
    }

    private byte[] pdf(PlanPage page, boolean signed, String line) {
        PlanDraft draft = page.draft();
        Map<String, String> how = new HashMap<>();
        for (String item : draft.items()) {
            how.put(item, page.how(item));
        }
        List<Signature.Decided> decided = page.decided().stream()
                .map(one -> new Signature.Decided(one.name(), one.rule(), why(one, page)))
                .toList();
        return pdf(
                page,
                new Signature(signed, draft.chart().name().formal(), line, new HashSet<>(draft.items()), how, decided));
    }

    private static String why(PlanPage.Decided one, PlanPage page) {
        return page.messages().say("override.signed", Map.of("why", one.why(), "who", one.author(), "when", one.at()));
    }

    private byte[] pdf(PlanPage page, @Nullable Signature signature) {
        PlanDraft draft = page.draft();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PlanPdf.write(
                    draft.plan(),
                    clinic.knowledge(),
                    signature,
                    clinic.entryNames(draft.chart(), page.messages()),
                    pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return pdf.toByteArray();
    }
}
