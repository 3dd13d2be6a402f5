package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Database;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;

/** Signing in with an app on the phone, from turning it on to losing it. The app is written anew here. */
class SecondFactorTest {

    private static final Pattern KEY = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private final Vault vault = Vault.ofThisProcess();
    private RunningClinic clinic;

    @BeforeEach
    void start() {
        start("optional");
    }

    private void start(String policy) {
        clinic = new RunningClinic(
                Database.file(folder.resolve("chart.sqlite")),
                Settings.standard().with(Settings.Key.SECOND_FACTOR, policy),
                clock,
                vault);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    /** What the app shows now. */
    private String app(String key) throws Exception {
        StringBuilder bits = new StringBuilder();
        for (char each : key.replace(" ", "").toCharArray()) {
            String five = Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each));
            bits.append("0".repeat(5 - five.length())).append(five);
        }
        byte[] secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(clock.instant().getEpochSecond() / 30)
                .array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
        return String.format("%06d", number % 1_000_000);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in the page").isTrue();
        return matcher.group(1);
    }

    /** Turns it on and returns the key. */
    private String enrol(Browser browser) throws Exception {
        String key = group(KEY, browser.get("/second-factor").text());
        Browser.Answer on = browser.post("/second-factor", "code", app(key));
        assertThat(on.text()).contains("Your recovery codes", "10 recovery codes are left");
        clock.pass(Duration.ofSeconds(30));
        return key;
    }

    private Browser withPassword(Role role) {
        Browser browser = clinic.browser();
        browser.get("/sign-in");
        browser.post("/sign-in", "username", role.id(), "password", RunningClinic.PASSWORD);
        return browser;
    }

    @Test
    void letsNobodyInWithThePasswordAlone() throws Exception {
        String key = enrol(clinic.signedIn(Role.PHYSICIAN));
        Browser browser = clinic.browser();
        assertThat(browser.get("/patients/" + RunningClinic.PATIENT).path()).isEqualTo("/sign-in");
        Browser.Answer second = browser.post("/sign-in", "username", "physician", "password", RunningClinic.PASSWORD);
        assertThat(second.path()).isEqualTo("/sign-in/code");
        assertThat(second.text()).doesNotContain("Dr physician", "/patients\"");
        for (String closed : List.of("/", "/patients", "/second-factor", "/password", "/my")) {
            assertThat(browser.get(closed).path()).as(closed).isEqualTo("/sign-in/code");
        }
        assertThat(browser.post("/second-factor", "do", "off", "password", RunningClinic.PASSWORD)
                        .path())
                .isEqualTo("/sign-in/code");
        assertThat(browser.post("/sign-in/code", "code", "000000").status()).isEqualTo(422);
        browser.get("/patients/" + RunningClinic.PATIENT);
        assertThat(browser.post("/sign-in/code", "code", app(key)).path())
                .as("on to where they wanted to go")
                .isEqualTo("/patients/" + RunningClinic.PATIENT);
    }

    @Test
    void takesNoCodeTwice() throws Exception {
        String key = enrol(clinic.signedIn(Role.PHYSICIAN));
        String code = app(key);
        assertThat(withPassword(Role.PHYSICIAN)
                        .post("/sign-in/code", "code", code)
                        .path())
                .isEqualTo("/patients");
        Browser thief = withPassword(Role.PHYSICIAN);
        assertThat(thief.post("/sign-in/code", "code", code).text()).contains("was used already");
        clock.pass(Duration.ofSeconds(30));
        assertThat(thief.post("/sign-in/code", "code", app(key)).path()).isEqualTo("/patients");
    }

    @Test
    void locksAfterFiveWrongCodesEvenBetweenRightPasswords() throws Exception {
        String key = enrol(clinic.signedIn(Role.PHYSICIAN));
        for (int i = 0; i < 4; i++) {
            assertThat(withPassword(Role.PHYSICIAN)
                            .post("/sign-in/code", "code", "000000")
                            .status())
                    .isEqualTo(422);
        }
        Browser fifth = withPassword(Role.PHYSICIAN);
        assertThat(fifth.post("/sign-in/code", "code", "000000").text()).contains("locked for 15 minutes");
        assertThat(withPassword(Role.PHYSICIAN).get("/sign-in").path()).isEqualTo("/sign-in");
        clock.pass(Duration.ofMinutes(16));
        assertThat(withPassword(Role.PHYSICIAN)
                        .post("/sign-in/code", "code", app(key))
                        .path())
                .isEqualTo("/patients");
    }

    @Test
    void letsARecoveryCodeInOnce() throws Exception {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String key = group(KEY, browser.get("/second-factor").text());
        String page = browser.post("/second-factor", "code", app(key)).text();
        String recovery = group(Pattern.compile("<li><code>([a-z2-9-]+)</code>"), page);
        assertThat(clinic.store().read("account/physician"))
                .noneMatch(entry ->
                        entry.payload().contains(recovery) || entry.payload().contains(key.replace(" ", "")));
        assertThat(withPassword(Role.PHYSICIAN)
                        .post("/sign-in/code", "code", recovery.toUpperCase(java.util.Locale.ROOT))
                        .path())
                .isEqualTo("/patients");
        assertThat(withPassword(Role.PHYSICIAN)
                        .post("/sign-in/code", "code", recovery)
                        .status())
                .isEqualTo(422);
        assertThat(browser.get("/second-factor").text()).contains("9 recovery codes are left");
    }

    @Test
    void isTurnedOnWithARightCodeOnlyAndEndsOtherSessions() throws Exception {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        Browser other = clinic.signedIn(Role.PHYSICIAN);
        String key = group(KEY, browser.get("/second-factor").text());
        Browser.Answer wrong = browser.post("/second-factor", "code", "000000");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(group(KEY, wrong.text())).as("the key stays").isEqualTo(key);
        assertThat(group(KEY, browser.post("/second-factor", "lang", "ru").text()))
                .isEqualTo(key);
        assertThat(browser.post("/second-factor", "secret", "forged", "code", app(key))
                        .status())
                .isEqualTo(422);
        browser.get("/second-factor?lang=en");
        enrol(browser);
        assertThat(browser.get("/patients").path()).isEqualTo("/patients");
        assertThat(other.get("/patients").path()).isEqualTo("/sign-in");
        assertThat(browser.post("/second-factor", "do", "off", "password", "wrong")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/second-factor", "do", "off", "password", RunningClinic.PASSWORD)
                        .text())
                .contains("Turn it on");
        assertThat(clinic.signedIn(Role.PHYSICIAN).get("/").path()).isEqualTo("/patients");
    }

    @Test
    void isResetByAnAdministratorWhichIsWrittenDown() throws Exception {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        enrol(physician);
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        administrator.get("/accounts/physician");
        administrator.post("/accounts/physician", "do", "factor");
        assertThat(physician.get("/patients").path()).as("their sessions end").isEqualTo("/sign-in");
        assertThat(clinic.signedIn(Role.PHYSICIAN).get("/").path()).isEqualTo("/patients");
        assertThat(clinic.store().read("account/physician"))
                .anyMatch(entry -> entry.kind().equals("second-factor-removed")
                        && entry.author().equals("administrator"));
    }

    @Test
    void isAskedOfStaffWhereTheClinicRequiresIt() throws Exception {
        clinic.close();
        start("required");
        Browser browser = withPassword(Role.PHYSICIAN);
        assertThat(browser.get("/patients").path()).isEqualTo("/second-factor");
        String key = enrol(browser);
        assertThat(browser.get("/patients").path()).isEqualTo("/patients");
        assertThat(browser.get("/second-factor").text()).doesNotContain("Turn it off");
        browser.post("/second-factor", "do", "off", "password", RunningClinic.PASSWORD);
        clock.pass(Duration.ofSeconds(30));
        assertThat(withPassword(Role.PHYSICIAN)
                        .post("/sign-in/code", "code", app(key))
                        .path())
                .isEqualTo("/patients");
        assertThat(clinic.signedIn(Role.PATIENT).get("/").path()).startsWith("/my");
    }

    @Test
    void doesNotHelpWhoseAccountIsClosed() throws Exception {
        Browser physician = clinic.signedIn(Role.PHYSICIAN);
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        administrator.get("/accounts/physician");
        administrator.post("/accounts/physician", "do", "close");
        assertThat(physician.get("/patients").path()).as("at once").isEqualTo("/sign-in");
        assertThat(withPassword(Role.PHYSICIAN).get("/patients").path()).isEqualTo("/sign-in");
        administrator.get("/accounts/administrator");
        assertThat(administrator.post("/accounts/administrator", "do", "close").status())
                .isEqualTo(422);
        administrator.get("/accounts/physician");
        administrator.post("/accounts/physician", "do", "reopen");
        assertThat(withPassword(Role.PHYSICIAN).get("/patients").path()).isEqualTo("/patients");
    }
}
