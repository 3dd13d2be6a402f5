package org.lumbar.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.TreatmentPlan;

/** A plan to print, sign and keep: PDF/UA on A4, in the language of the plan. */
public final class PlanPdf {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, PlanPdf.class.getPackageName());

    private PlanPdf() {}

    /**
     * Writes the plan; the same plan gives the same bytes.
     *
     * @param knowledge the one that the plan was made with
     */
    public static void write(TreatmentPlan plan, KnowledgeBase knowledge, OutputStream out) throws IOException {
        write(new PlanSheet(plan, words(plan, knowledge)), plan, out);
    }

    /**
     * Writes the plan as it was signed: its items, and nothing that was left open.
     *
     * @param signature null for a draft
     * @param entryNames names an entry of the record, given its reference
     */
    public static void write(
            TreatmentPlan plan,
            KnowledgeBase knowledge,
            @Nullable Signature signature,
            UnaryOperator<String> entryNames,
            OutputStream out)
            throws IOException {
        write(new PlanSheet(plan, words(plan, knowledge), signature, entryNames), plan, out);
    }

    private static Words words(TreatmentPlan plan, KnowledgeBase knowledge) {
        return new Words(knowledge, plan.request().language());
    }

    private static void write(PlanSheet sheet, TreatmentPlan plan, OutputStream out) throws IOException {
        StringOutput html = new StringOutput();
        TEMPLATES.render("plan.jte", sheet, html);
        Pdf.write(html.toString(), plan.request().date(), out);
    }
}
