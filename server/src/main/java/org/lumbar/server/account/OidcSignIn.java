package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.server.Settings;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Signing in through the clinic's provider of OpenID Connect, when the settings name one. Whom an administrator has given no
 * account gets nothing, whatever the provider says of them.
 */
public final class OidcSignIn {

    /** Where the way through the provider begins. */
    public static final String START = "/oidc/start/clinic";

    private static final String BACK = "/oidc/back/clinic";
    private static final String REGISTRATION = "clinic";

    private final Settings.@Nullable Oidc provider;
    private final Accounts accounts;
    private final SecondFactors factors;
    private @Nullable ClientRegistration registration;

    OidcSignIn(Settings settings, Accounts accounts, SecondFactors factors) {
        this.provider = settings.oidc().orElse(null);
        this.accounts = accounts;
        this.factors = factors;
    }

    public boolean offered() {
        return provider != null;
    }

    /** Name of the provider; empty when there is none. */
    public String name() {
        return provider == null ? "" : provider.name();
    }

    void into(HttpSecurity http, SecurityContextRepository remembered) {
        Settings.Oidc known = provider;
        if (known == null) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(clients(known))
                .authorizedClientRepository(new Forgetful())
                .authorizationEndpoint(endpoint -> endpoint.baseUri("/oidc/start"))
                .redirectionEndpoint(endpoint -> endpoint.baseUri("/oidc/back/*"))
                .securityContextRepository(new NullSecurityContextRepository())
                .successHandler((request, response, authentication) ->
                        succeeded(known, remembered, request, response, authentication))
                .failureHandler((request, response, problem) -> response.sendRedirect("/sign-in?problem=provider")));
    }

    /** What the provider says of itself is asked for when someone first comes, so that the server starts without it. */
    private ClientRegistrationRepository clients(Settings.Oidc known) {
        return id -> id.equals(REGISTRATION) ? registration(known) : null;
    }

    private synchronized ClientRegistration registration(Settings.Oidc known) {
        ClientRegistration made = registration;
        if (made == null) {
            boolean secret = known.secret() != null && !known.secret().isEmpty();
            made = ClientRegistrations.fromIssuerLocation(known.issuer())
                    .registrationId(REGISTRATION)
                    .clientId(known.client())
                    .clientSecret(secret ? known.secret() : "")
                    .clientAuthenticationMethod(
                            secret ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : ClientAuthenticationMethod.NONE)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("{baseUrl}" + BACK)
                    .scope(List.of("openid", "profile", "email"))
                    .build();
            registration = made;
        }
        return made;
    }

    private void succeeded(
            Settings.Oidc known,
            SecurityContextRepository remembered,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication)
            throws IOException {
        Optional<Account> account = authentication.getPrincipal() instanceof OAuth2User person
                ? identity(known, person).flatMap(this::of)
                : Optional.empty();
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
            response.sendRedirect("/sign-in?problem=unknown");
            return;
        }
        accounts.succeeded(account.get().username());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(factors.user(account.get(), true));
        SecurityContextHolder.setContext(context);
        remembered.saveContext(context, request, response);
        response.sendRedirect("/");
    }

    /** What the provider calls them; an address of e-mail counts only when it was verified. */
    private static Optional<String> identity(Settings.Oidc known, OAuth2User person) {
        Object claim = person.getAttributes().get(known.claim());
        boolean unverified = known.claim().equals("email")
                && !Boolean.TRUE.equals(person.getAttributes().get("email_verified"));
        return claim == null || unverified ? Optional.empty() : Optional.of(claim.toString());
    }

    private Optional<Account> of(String identity) {
        return accounts.all().stream()
                .filter(account -> !identity.isEmpty() && account.identity().equals(identity) && !account.closed())
                .findFirst();
    }

    /** Keeps no token of anybody: who they are is all that is asked of the provider. */
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String client, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String client, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
