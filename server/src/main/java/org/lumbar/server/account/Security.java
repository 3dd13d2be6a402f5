package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.ShortLived;
import org.lumbar.server.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Denies by default, and lets in whom {@link Access} names. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** Nothing from elsewhere, and no script or style inside a page. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new Passwords();
    }

    @Bean
    Accounts accounts(ChartStore store, PasswordEncoder encoder) {
        return new Accounts(store, encoder);
    }

    @Bean
    Journal journal(ChartStore store) {
        return new Journal(store);
    }

    /** No honest form holds a character without a width, and not every database could keep it. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    Limiter limiter(ShortLived shared) {
        return new Limiter(shared);
    }

    @Bean
    SecondFactors secondFactors(Accounts accounts, Vault vault, ShortLived shared, Clock clock, Settings settings) {
        return new SecondFactors(accounts, vault, shared, clock, settings.secondFactorRequired());
    }

    @Bean
    KeptForms keptForms(ShortLived shared, Vault vault, Clock clock) {
        return new KeptForms(shared, vault, clock);
    }

    @Bean
    OidcSignIn oidcSignIn(Settings settings, Accounts accounts, SecondFactors factors) {
        return new OidcSignIn(settings, accounts, factors);
    }

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            Accounts accounts,
            SecondFactors factors,
            Limiter limiter,
            OidcSignIn oidc,
            Journal journal,
            KeptForms forms,
            Clock clock,
            PasswordEncoder encoder) {
        String nothing = String.valueOf(encoder.encode(accounts.generatedPassword()));
        Remembered remembered = new Remembered(accounts, factors);
        // No bean: Spring would ask a second time and count every failure twice.
        http.authenticationProvider(new SignIn(accounts, factors, limiter, clock, nothing))
                .securityContext(context -> context.securityContextRepository(remembered))
                .authorizeHttpRequests(Security::rooms)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("username")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/", false)
                        .failureHandler((request, response, problem) ->
                                response.sendRedirect("/sign-in?problem=" + reason(problem))))
                .exceptionHandling(problems -> problems.authenticationEntryPoint(new Door())
                        .accessDeniedHandler((request, response, problem) -> denied(journal, forms, request, response)))
                // A report by nobody carries nobody's rights, and is not lost because its page was open for long.
                .csrf(csrf -> csrf.ignoringRequestMatchers(Security::reportByNobody))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")));
        oidc.into(http, remembered);
        return http.build();
    }

    private static void rooms(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (Access.Route route : Access.routes()) {
            var matched = requests.requestMatchers(route.method(), route.pattern());
            if (route.roles().isEmpty()) {
                matched.permitAll();
                continue;
            }
            List<String> authorities = new ArrayList<>();
            route.roles().forEach(role -> authorities.add("ROLE_" + role.name()));
            for (Stage stage : Stage.values()) {
                if (stage.page().equals(route.pattern())) {
                    authorities.add(stage.authority());
                }
            }
            matched.hasAnyAuthority(authorities.toArray(String[]::new));
        }
        requests.requestMatchers("/error").permitAll();
        requests.anyRequest().denyAll();
    }

    private static void denied(
            Journal journal, KeptForms forms, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof User user)) {
            // The token of the form was that of a session that is over.
            response.sendRedirect(Door.address(request, forms.keep(request) ? "kept" : "expired"));
        } else if (!user.inside()) {
            if (request.getMethod().equals(HttpMethod.GET.name())) {
                new HttpSessionRequestCache().saveRequest(request, response);
            }
            response.sendRedirect(user.stage().page());
        } else {
            journal.write("", user.username(), "refused", request.getMethod());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean reportByNobody(HttpServletRequest request) {
        return request.getRequestURI().equals("/knowledge/report")
                && !(SecurityContextHolder.getContext().getAuthentication() instanceof User);
    }

    private static String reason(AuthenticationException problem) {
        if (problem instanceof SignIn.AddressLocked) {
            return "address";
        }
        return problem instanceof LockedException ? "locked" : "wrong";
    }
}
