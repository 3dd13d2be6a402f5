package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Database;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;

/** Signing in through a provider of OpenID Connect, which runs beside the test. */
class OidcTest {

    /** A provider that lets in whoever it is told to. */
    private static final class Provider implements AutoCloseable {
        private final HttpServer server;
        private final RSAKey key;
        private volatile RSAKey signing;
        private volatile Map<String, Object> person = Map.of();
        private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

        Provider() throws IOException, JOSEException {
            key = new RSAKeyGenerator(2048).keyID("k").generate();
            signing = key;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> json(exchange, """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                     "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(address())));
            server.createContext("/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.createContext("/authorize", this::authorize);
            server.createContext("/token", this::token);
            server.start();
        }

        String address() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        private void authorize(HttpExchange exchange) throws IOException {
            Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
            String code = "code" + asked.size();
            asked.put(code, query);
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            query.get("redirect_uri") + "?code=" + code + "&state="
                                    + query.get("state").replace("=", "%3D"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        }

        private void token(HttpExchange exchange) throws IOException {
            Map<String, String> sent =
                    fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> query = asked.get(sent.get("code"));
            boolean proof = query.containsKey("code_challenge") && sent.containsKey("code_verifier");
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(address())
                    .audience(proof ? "lumbar" : "nobody: no proof of possession")
                    .claim("nonce", query.get("nonce"))
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(60)));
            person.forEach(claims::claim);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims.build());
            try {
                token.sign(new RSASSASigner(signing));
            } catch (JOSEException e) {
                throw new IOException(e);
            }
            json(
                    exchange,
                    "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                            + token.serialize() + "\"}");
        }

        private static Map<String, String> fields(String text) {
            Map<String, String> fields = new HashMap<>();
            for (String field : text.split("&", -1)) {
                String[] parts = field.split("=", 2);
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return fields;
        }

        private static void json(HttpExchange exchange, String text) throws IOException {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @TempDir
    private static Path folder;

    private static Provider provider;
    private static RunningClinic clinic;

    @BeforeAll
    static void start() throws Exception {
        provider = new Provider();
        clinic = new RunningClinic(
                Database.file(folder.resolve("chart.sqlite")),
                Settings.standard()
                        .with(Settings.Key.OIDC_ISSUER, provider.address())
                        .with(Settings.Key.OIDC_CLIENT, "lumbar")
                        .with(Settings.Key.OIDC_CLAIM, "email")
                        .with(Settings.Key.OIDC_NAME, "Hospital"),
                new MovingClock(),
                Vault.ofThisProcess());
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        administrator.get("/accounts/therapist");
        administrator.post("/accounts/therapist", "do", "identity", "identity", "anna@hospital.example");
    }

    @AfterAll
    static void stop() {
        clinic.close();
        provider.close();
    }

    @BeforeEach
    void honest() {
        provider.signing = provider.key;
        provider.person = person("anna@hospital.example", true);
    }

    private static Map<String, Object> person(String email, boolean verified) {
        return Map.of("sub", "1", "email", email, "email_verified", verified);
    }

    private static Browser.Answer signIn(Browser browser) {
        assertThat(browser.get("/sign-in").text()).contains("Sign in with Hospital");
        return browser.get("/oidc/start/clinic");
    }

    @Test
    void letsInWhomAnAdministratorConnected() {
        Browser browser = clinic.browser();
        assertThat(signIn(browser).path()).isEqualTo("/day");
        assertThat(browser.get("/patients").text()).contains("Dr therapist");
        assertThat(browser.get("/accounts").status())
                .as("only what the account may")
                .isEqualTo(403);
    }

    @Test
    void givesNothingToAnybodyElse() {
        provider.person = person("somebody@hospital.example", true);
        Browser browser = clinic.browser();
        assertThat(signIn(browser).text()).contains("no account here yet");
        assertThat(browser.get("/patients").path()).isEqualTo("/sign-in");
        provider.person = person("anna@hospital.example", false);
        assertThat(signIn(clinic.browser()).text()).as("not verified").contains("no account here yet");
        provider.person = Map.of("sub", "1");
        assertThat(signIn(clinic.browser()).text()).as("no such claim").contains("no account here yet");
    }

    @Test
    void believesNoTokenOfSomebodyElseAndNoAnswerThatNobodyAskedFor() throws Exception {
        provider.signing = new RSAKeyGenerator(2048).keyID("k").generate();
        Browser browser = clinic.browser();
        assertThat(signIn(browser).text()).contains("did not work");
        assertThat(browser.get("/patients").path()).isEqualTo("/sign-in");
        honest();
        assertThat(clinic.browser().get("/oidc/back/clinic?code=code0&state=x").text())
                .contains("did not work");
    }

    @Test
    void connectsAnIdentityToOneAccountOnly() {
        Browser administrator = clinic.signedIn(Role.ADMINISTRATOR);
        administrator.get("/accounts/physician");
        Browser.Answer answer =
                administrator.post("/accounts/physician", "do", "identity", "identity", "anna@hospital.example");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Another account has this identity");
    }
}
