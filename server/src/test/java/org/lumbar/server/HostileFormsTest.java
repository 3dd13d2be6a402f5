package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.server.account.Role;

/** Every form of the table of routes, sent as nobody honest would: it must answer with a page, and keep the chart sound. */
class HostileFormsTest {

    private static final Pattern NAME = Pattern.compile("<(?:input|select|textarea|button)[^>]*\\bname=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String SCRIPT = "<script>alert(1)</script>";

    /** What is typed into every field at once. */
    private static final Map<String, String> INPUTS = inputs();

    private static Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("empty", "");
        inputs.put("script", SCRIPT + "'\"; drop table entry; --");
        inputs.put("long", "ж".repeat(30_000));
        inputs.put("number", "-99999999999999999999");
        inputs.put("stale", "0");
        inputs.put("odd", "\u202e\ufffd\ud83d\ude00\r\n{}${7*7}{{7*7}}../../etc/passwd%00");
        inputs.put("nul", "a\u0000b");
        return inputs;
    }

    @TempDir
    private static Path folder;

    private static RunningClinic clinic;

    @BeforeAll
    static void start() {
        clinic = new RunningClinic(folder);
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @Test
    void areAnsweredWithAPageAndLeaveTheChartSound() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Browser> browsers = new LinkedHashMap<>();
        for (Map.Entry<String, Set<String>> route : AccessTest.matrix().entrySet()) {
            String path = AccessTest.path(route.getKey());
            if (!route.getKey().startsWith("POST") || path.equals("/sign-out") || path.equals("/sign-in")) {
                continue;
            }
            String role = route.getValue().iterator().next();
            for (Map.Entry<String, String> input : INPUTS.entrySet()) {
                Browser browser = browsers.computeIfAbsent(role, HostileFormsTest::browser);
                send(browser, path, input.getValue())
                        .forEach(problem -> wrong.add(route.getKey() + ", " + input.getKey() + ": " + problem));
                if (!browser.get("/session").response().uri().getPath().equals("/session")) {
                    // What was sent ended this session, as a change of the second factor may.
                    browsers.remove(role);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(clinic.store().verify().problems()).isEmpty();
    }

    private static Browser browser(String role) {
        return role.equals("everybody")
                ? clinic.browser()
                : clinic.signedIn(Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    /** Sends one input in all fields that the page has, and says what is wrong with the answer. */
    private static List<String> send(Browser browser, String path, String value) {
        Browser.Answer form = browser.get(path);
        boolean own = form.status() == 200 && form.path().equals(path);
        String page = form.text();
        Matcher token = TOKEN.matcher(page);
        String csrf = token.find() ? token.group(1) : csrf(browser);
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(page);
        while (name.find()) {
            names.add(name.group(1));
        }
        names.remove("_csrf");
        names.remove("lang");
        List<String> fields = new ArrayList<>(List.of("_csrf", csrf));
        names.forEach(one -> fields.addAll(List.of(one, value)));
        long before = clinic.store().last("patient/" + RunningClinic.PATIENT);
        Browser.Answer answer = browser.postOnly(path, fields.toArray(String[]::new));
        List<String> wrong = new ArrayList<>();
        if (answer.status() >= 500) {
            wrong.add("status " + answer.status());
        }
        if (answer.status() >= 400 && !answer.text().contains("<h1")) {
            wrong.add("no page, status " + answer.status());
        }
        if (answer.status() >= 400 && clinic.store().last("patient/" + RunningClinic.PATIENT) != before) {
            wrong.add("refused, yet something was written");
        }
        if (answer.text().contains(SCRIPT)) {
            wrong.add("the page takes what was typed for a script");
        }
        if (value.indexOf('\0') >= 0 && own && !names.isEmpty() && answer.status() != 400) {
            wrong.add("status " + answer.status() + " for a character that no database keeps");
        }
        return wrong;
    }

    private static String csrf(Browser browser) {
        Matcher token = TOKEN.matcher(browser.get("/password").text());
        return token.find() ? token.group(1) : "";
    }

    @Test
    void areRefusedWhenTheyAreTooLong() {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        physician.get("/patients/new");
        Browser.Answer answer = physician.post("/patients/new", "family", "x".repeat(3_000_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("The form is too large", "Nothing was saved");
        assertThat(physician.get("/patients").status()).isEqualTo(200);
    }
}
