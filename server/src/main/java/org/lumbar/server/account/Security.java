package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.lumbar.chart.ChartStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Denies by default, and lets in whom {@link Access} names. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** Nothing from elsewhere, and no script or style inside a page. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int BCRYPT_STRENGTH = 11;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
    }

    @Bean
    Accounts accounts(ChartStore store, PasswordEncoder encoder) {
        return new Accounts(store, encoder);
    }

    @Bean
    Journal journal(ChartStore store) {
        return new Journal(store);
    }

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http, Accounts accounts, Journal journal, Clock clock, PasswordEncoder encoder) {
        String nothing = encoder.encode(accounts.generatedPassword());
        return http.authenticationProvider(new SignIn(accounts, clock, String.valueOf(nothing)))
                .authorizeHttpRequests(requests -> {
                    for (Access.Route route : Access.routes()) {
                        var matched = requests.requestMatchers(route.method(), route.pattern());
                        if (route.roles().isEmpty()) {
                            matched.permitAll();
                        } else {
                            matched.hasAnyRole(
                                    route.roles().stream().map(Role::name).toArray(String[]::new));
                        }
                    }
                    requests.requestMatchers("/error").permitAll();
                    requests.anyRequest().denyAll();
                })
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("username")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/", false)
                        .failureHandler((request, response, problem) ->
                                response.sendRedirect("/sign-in?problem=" + reason(problem))))
                .exceptionHandling(problems -> problems.accessDeniedHandler((request, response, problem) -> {
                    if (SecurityContextHolder.getContext().getAuthentication() instanceof User user) {
                        journal.write("", user.username(), "refused", request.getMethod());
                        response.sendError(HttpServletResponse.SC_FORBIDDEN);
                    } else {
                        // The token of the form was that of a session that is over.
                        response.sendRedirect("/sign-in?problem=expired");
                    }
                }))
                // A report by nobody carries nobody's rights, and is not lost because its page was open for long.
                .csrf(csrf -> csrf.ignoringRequestMatchers(Security::reportByNobody))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    private static boolean reportByNobody(HttpServletRequest request) {
        return request.getRequestURI().equals("/knowledge/report")
                && !(SecurityContextHolder.getContext().getAuthentication() instanceof User);
    }

    private static String reason(AuthenticationException problem) {
        return problem instanceof LockedException ? "locked" : "wrong";
    }
}
