package org.lumbar.server.my;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.text.Language;
import org.lumbar.documents.ProgrammeCalendar;
import org.lumbar.server.exercise.Course;
import org.lumbar.server.exercise.Programmes;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Sessions in the patient's own calendar, quiet until the patient asks for it. */
@Controller
public final class CalendarController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    /** Days back that a calendar keeps. */
    private static final int BACK = 30;

    private static final int AHEAD = 7;

    private final Own own;
    private final Clinic clinic;
    private final Programmes programmes;
    private final Feeds feeds;

    CalendarController(Own own, Clinic clinic, Programmes programmes, Feeds feeds) {
        this.own = own;
        this.clinic = clinic;
        this.programmes = programmes;
        this.feeds = feeds;
    }

    @GetMapping("/my/calendar")
    View show(Page page) {
        return show(page, "");
    }

    private View show(Page page, String address) {
        PatientChart chart = own.chart(page);
        Optional<Feeds.Feed> feed = feeds.find(chart.id());
        return Html.of(
                HttpStatus.OK,
                "my-calendar",
                page,
                Map.of(
                        "open", feed.isPresent(),
                        "details", feed.map(Feeds.Feed::details).orElse(false),
                        "address", address,
                        "help", Help.of(clinic.plan(chart, page.language()), clinic.knowledge())));
    }

    /** Makes or ends the address; a new one is shown this once. */
    @PostMapping("/my/calendar")
    View change(
            Page page,
            @RequestParam(name = "do", defaultValue = "") String action,
            @RequestParam(name = "details", defaultValue = "") String details) {
        PatientChart chart = own.chart(page);
        if (page.switching()) {
            return show(page, "");
        }
        if (action.equals("close")) {
            feeds.close(chart.id(), page.username());
            return show(page, "");
        }
        if (!action.equals("open")) {
            return show(page, "");
        }
        String token = feeds.open(chart.id(), details.equals("yes"), page.username());
        return show(
                page,
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/calendar/" + token + ".ics")
                        .toUriString());
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        Feeds.Feed feed = feeds.opened(token).orElseThrow(Missing::new);
        PatientChart chart = clinic.chart(feed.patient());
        Language language = Language.of(chart.language()).orElse(Language.EN);
        Course course = programmes.course(chart, language).orElseThrow(Missing::new);
        byte[] calendar = ProgrammeCalendar.of(
                        course.between(
                                clinic.today().minusDays(BACK), clinic.today().plusDays(AHEAD)),
                        clinic.knowledge(),
                        clinic.zone(),
                        feed.details())
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag("\"" + tag(calendar) + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .body(calendar);
    }

    private static String tag(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
