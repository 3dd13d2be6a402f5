package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.server.account.Access;
import org.lumbar.server.account.Role;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets into which room, asked of the running server for every route and every role. */
class AccessTest {

    private static final Path MATRIX = Path.of("src/test/resources/org/lumbar/server/access.csv");

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

    /** The roles that the matrix lets in, by method and pattern. */
    static Map<String, Set<String>> matrix() throws IOException {
        Map<String, Set<String>> matrix = new LinkedHashMap<>();
        for (String line : Files.readAllLines(MATRIX, StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(",", -1);
                matrix.put(parts[0] + " " + parts[1], new TreeSet<>(List.of(parts[2].split(" ", -1))));
            }
        }
        return matrix;
    }

    @Test
    void isWrittenDownForEveryPageThatThereIs() throws IOException {
        Set<String> pages = clinic.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = new TreeSet<>(matrix().keySet());
        written.removeIf(
                route -> route.contains("/assets/") || route.equals("POST /sign-in") || route.equals("POST /sign-out"));
        assertThat(pages).isEqualTo(written);
        assertThat(Access.routes().stream().map(route -> route.method() + " " + route.pattern()))
                .containsExactlyInAnyOrderElementsOf(matrix().keySet());
    }

    @Test
    void isThatOfTheMatrixForEveryRole() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Browser browser = clinic.signedIn(role);
            String home = browser.get("/").text();
            assertThat(home).as("signed in as " + role).contains("/sign-out");
            String csrf = home.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            matrix().forEach((route, roles) -> {
                if (route.equals("POST /sign-out")) {
                    return;
                }
                int status = status(browser, route, csrf);
                boolean open = roles.contains("everybody") || roles.contains(role.id());
                if (open == (status == 403)) {
                    wrong.add(role + " " + route + ": " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void endsAtTheDoorForWhoHasNotSignedIn() throws IOException {
        Browser stranger = clinic.browser();
        matrix().forEach((route, roles) -> {
            if (route.startsWith("GET") && !roles.contains("everybody")) {
                String path = path(route);
                assertThat(stranger.get(path).path()).as(route).isEqualTo("/sign-in");
            }
        });
    }

    @Test
    void isDeniedWhereNothingIsWritten() {
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        for (String path :
                List.of("/nowhere", "/actuator", "/patients/x/y/z", "/webjars/htmx.org/2.0.10/package.json")) {
            assertThat(administrator.get(path).status()).as(path).isEqualTo(403);
        }
    }

    /** Who is refused is not taken for somebody who has yet to sign in, stays at the address in another language, and can leave. */
    @Test
    void isRefusedByNameAndInEitherLanguage() {
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        Browser.Answer refused = administrator.get("/patients?find=Hart");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .contains("/sign-out", "href=\"/accounts\"", "href=\"/patients?find=Hart&amp;lang=ru\"")
                .doesNotContain("href=\"/sign-in\"");
        assertThat(administrator.get("/patients?find=Hart&lang=ru").text()).contains("lang=\"ru\"", "/sign-out");
        String csrf = refused.text().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String form = administrator.postOnly("/patients/new", "_csrf", csrf).text();
        assertThat(form).contains("/sign-out", "href=\"/?lang=en\"");
        administrator.postOnly("/sign-out", "_csrf", csrf);
        assertThat(administrator.get("/accounts").path()).isEqualTo("/sign-in");
    }

    private static int status(Browser browser, String route, String csrf) {
        String path = path(route);
        return route.startsWith("GET")
                ? browser.get(path).status()
                : browser.postOnly(path, "_csrf", csrf).status();
    }

    static String path(String route) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("/assets/**", "/assets/lumbar.css")
                .replace("{id}", RunningClinic.PATIENT)
                .replace("{version}", "1")
                .replace("/knowledge/{item}", "/knowledge/walking")
                .replace("{item}/pose", "knee-drops/pose")
                .replace("{claim}", "A-vitamins-05")
                .replace("{figure}", "massage-lumbar")
                .replace("{item}", "walking")
                .replace("{kind}", "referral")
                .replace("{instrument}", "rmdq")
                .replace("{movement}", "knee-drops")
                .replace("{report}", "unknown")
                .replace("{publication}", "unknown")
                .replace("{change}", "unknown")
                .replace("{edition}", "1")
                .replace("{file}", "player.css")
                .replace("{session}", "2026-11-23-day-main")
                .replace("{number}", "1")
                .replace("{token}", "nobodys")
                .replace("{username}", "therapist");
    }
}
