package org.lumbar.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Turns a page of HTML into a tagged PDF (PDF/UA-1) with its fonts embedded. The same page and day give the same bytes.
 */
final class Pdf {

    private static final String FAMILY = "PT Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * @param html well-formed XHTML with a language, a title and a description
     * @param day the day that the document says it was made on
     */
    static void write(String html, LocalDate day, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useSVGDrawer(new BatikSVGDrawer())
                .useFont(font("PTSans-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(font("PTSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .withProducer("Lumbar")
                .withHtmlContent(html, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.getDocumentInformation().setCreationDate(GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC)));
            document.setDocumentId(day.toEpochDay());
            document.save(out);
        }
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> Pdf.class.getResourceAsStream("fonts/" + name);
    }
}
