package org.lumbar.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.TreatmentPlan;

/** A session on paper to take home: what to do with pictures, when to stop, and a diary; PDF/UA on A4, in the language of the plan. */
public final class Handout {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, Handout.class.getPackageName());

    private Handout() {}

    /**
     * Writes the handout; the same arguments give the same bytes.
     *
     * @param knowledge the one that the plan was made with
     * @param large letters of 18 points and pictures of strong contrast
     */
    public static void write(
            SessionOutline outline,
            TreatmentPlan plan,
            KnowledgeBase knowledge,
            Gallery gallery,
            boolean large,
            OutputStream out)
            throws IOException {
        Words words = new Words(knowledge, plan.request().language());
        write(
                new PlayerSheet(outline, plan, words, gallery, PlayerPage.Options.FILE),
                plan,
                words,
                gallery,
                large,
                out);
    }

    /**
     * Writes a programme: each of its exercises once, and its days with the exercises by their numbers as a diary.
     *
     * @param programme one with days
     * @param knowledge the one that it was made with
     * @param large letters of 18 points and pictures of strong contrast
     */
    public static void write(
            Programme programme, KnowledgeBase knowledge, Gallery gallery, boolean large, OutputStream out)
            throws IOException {
        Words words = new Words(knowledge, programme.plan().request().language());
        PlayerSheet page = PlayerPage.sheet(programme, words, gallery, PlayerPage.Options.FILE);
        write(page, programme.plan(), words, gallery, large, out);
    }

    private static void write(
            PlayerSheet page, TreatmentPlan plan, Words words, Gallery gallery, boolean large, OutputStream out)
            throws IOException {
        StringOutput html = new StringOutput();
        TEMPLATES.render("handout.jte", new HandoutSheet(page, plan, words, gallery, large), html);
        Pdf.write(html.toString(), plan.request().date(), out);
    }
}
