package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings people into the clinic as a physician does. */
final class Patients {

    private static final Pattern PATIENT = Pattern.compile("/patients/([a-z0-9]{12})/");

    private Patients() {}

    /** Registers somebody of 42 years with acute pain and a confirmed diagnosis, and returns the id. */
    static String admit(Browser browser, String family, String language) {
        return admit(browser, family, language, "12.03.1984");
    }

    /** The same for somebody who was born on another day. */
    static String admit(Browser browser, String family, String language, String born) {
        browser.get("/patients/new");
        Browser.Answer chart = browser.post(
                "/patients/new",
                "family",
                family,
                "given",
                "Emily",
                "born",
                born,
                "sex",
                "female",
                "country",
                "RU",
                "language",
                language);
        Matcher id = PATIENT.matcher(chart.text());
        assertThat(id.find()).isTrue();
        browser.get("/patients/" + id.group(1) + "/diagnosis");
        Browser.Answer interview = browser.post(
                "/patients/" + id.group(1) + "/diagnosis",
                "code",
                "M54.5",
                "onset",
                "20.11.2026",
                "certainty",
                "confirmed");
        assertThat(interview.path()).endsWith("/interview");
        return id.group(1);
    }

    /** Answers what is asked with "no", and measures that are asked with these values. */
    static Browser.Answer interview(Browser browser, String id) {
        Browser.Answer page = browser.get("/patients/" + id + "/interview");
        for (int round = 0; round < 20 && page.path().endsWith("/interview"); round++) {
            page = browser.post(
                    "/patients/" + id + "/interview",
                    "rest",
                    "no",
                    "q-pain-nrs",
                    "6",
                    "q-systolic",
                    "126",
                    "q-diastolic",
                    "78");
        }
        return page;
    }
}
