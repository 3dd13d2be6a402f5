package org.lumbar.server.my;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.exercise.Programme;
import org.lumbar.documents.Handout;
import org.lumbar.documents.PatientSheet;
import org.lumbar.server.care.PatientSheets;
import org.lumbar.server.exercise.Course;
import org.lumbar.server.exercise.Players;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Papers: the signed plans, nothing that no clinician has signed, and the exercise programme to take along. */
@Controller
public final class PlansController {

    private final Own own;
    private final Clinic clinic;
    private final Programmes programmes;
    private final Players players;

    PlansController(Own own, Clinic clinic, Programmes programmes, Players players) {
        this.own = own;
        this.clinic = clinic;
        this.programmes = programmes;
        this.players = players;
    }

    /**
     * A signed plan as the patient has it.
     *
     * @param sheet what it says; empty for all but the newest, and for plans without a sheet for patients
     * @param printable there is a sheet to print
     */
    public record Paper(PatientChart.SignedPlan plan, String signer, Optional<PatientSheet> sheet, boolean printable) {}

    private static Paper paper(PatientChart chart, PatientChart.SignedPlan plan) {
        boolean newest = plan.equals(chart.signed().getLast());
        return new Paper(
                plan,
                SignedSheet.of(plan).signer(),
                newest ? PatientSheets.of(chart, plan) : Optional.empty(),
                !PatientSheets.document(plan, false).isEmpty());
    }

    @GetMapping("/my/plans")
    View plans(Page page) {
        PatientChart chart = own.chart(page);
        return Html.of(
                "my-plans",
                page,
                Map.of(
                        "papers",
                                chart.signed().reversed().stream()
                                        .map(plan -> paper(chart, plan))
                                        .toList(),
                        "programme", !printable(chart, page).isEmpty(),
                        "medicines", Medicine.of(chart, clinic, page.messages()),
                        "help", Help.of(clinic.plan(chart, page.language()), clinic.knowledge())));
    }

    @GetMapping("/my/plans/{version}/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            Page page, @PathVariable int version, @RequestParam(name = "size", defaultValue = "") String size) {
        PatientChart.SignedPlan plan = own.chart(page).signed().stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(Missing::new);
        byte[] pdf = clinic.store()
                .document(PatientSheets.document(plan, size.equals("large")))
                .orElseThrow(Missing::new);
        return pdf("plan-" + SignedSheet.of(plan).date() + ".pdf", pdf);
    }

    /** The sessions of the coming week with their pictures and a diary. */
    @GetMapping("/my/programme.pdf")
    ResponseEntity<byte[]> programme(Page page, @RequestParam(name = "large", defaultValue = "false") boolean large)
            throws IOException {
        Programme programme =
                printable(own.chart(page), page).stream().findFirst().orElseThrow(Missing::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Handout.write(programme, clinic.knowledge(), players.gallery(), large, out);
        return pdf("exercises-" + clinic.today() + ".pdf", out.toByteArray());
    }

    /** The programme from today on; none when there is no session in it. */
    private List<Programme> printable(PatientChart chart, Page page) {
        return programmes.course(chart, page.language()).map(course -> from(course)).stream()
                .filter(programme -> !programme.sessions().isEmpty())
                .toList();
    }

    private Programme from(Course course) {
        return course.between(clinic.today(), clinic.today().plusDays(7));
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .body(content);
    }
}
