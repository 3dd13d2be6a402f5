package org.lumbar.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lumbar.core.text.Language;

/**
 * A letter to a colleague, as a page or on paper.
 *
 * @param patient name, birth date and sex, as one line
 * @param standing what the rules say of it: why it is called for, or that it is not
 * @param called true when the rules call for it
 * @param signature the lines below it
 */
public record Letter(
        Kind kind,
        Language language,
        LocalDate date,
        String title,
        String patient,
        String written,
        String standing,
        boolean called,
        List<Section> sections,
        List<String> signature,
        String foot) {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, Letter.class.getPackageName());

    public Letter {
        sections = List.copyOf(sections);
        signature = List.copyOf(signature);
    }

    /** What it asks for. */
    public enum Kind {
        /** An assessment of warning signs, at once or soon. */
        REFERRAL,
        /** The opinion of a spinal surgeon. */
        SURGERY,
        /** A stay at a sanatorium: whether it is allowed. */
        SANATORIUM,
        /** Pictures: whether they are needed. */
        IMAGING;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lines under a heading. */
    public record Section(String heading, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** Writes it as PDF/UA on A4; the same letter gives the same bytes. */
    public void write(OutputStream out) throws IOException {
        StringOutput html = new StringOutput();
        TEMPLATES.render("letter.jte", this, html);
        Pdf.write(html.toString(), date, out);
    }

    /** BCP 47 code of its language. */
    public String lang() {
        return language.code();
    }
}
