package org.lumbar.server.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.KeptForms;
import org.lumbar.server.account.User;
import org.lumbar.server.appearance.Appearances;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers their {@link Page}, in the language that the address names, else the one chosen before, else the first that
 * the browser asks for and the program speaks, and with the look that its reader chose.
 */
public final class Languages implements HandlerMethodArgumentResolver {

    static final String PARAMETER = Parameters.LANGUAGE;
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final ZoneId zone;
    private final Appearances appearances;
    private final Accounts accounts;
    private final KeptForms forms;

    /** @param zone of the clinic, in which times are told */
    public Languages(ZoneId zone, Appearances appearances, Accounts accounts, KeptForms forms) {
        this.zone = zone;
        this.appearances = appearances;
        this.accounts = accounts;
        this.forms = forms;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        return page(request, response);
    }

    private Page page(HttpServletRequest request, HttpServletResponse response) {
        Optional<Language> chosen = Language.of(String.valueOf(Parameters.of(request, PARAMETER)));
        if (chosen.isPresent()) {
            Cookie cookie = new Cookie(PARAMETER, chosen.get().code());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setMaxAge((int) REMEMBERED.toSeconds());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        Language language = chosen.or(() -> remembered(request)).orElseGet(() -> asked(request));
        User user = SecurityContextHolder.getContext().getAuthentication() instanceof User somebody && somebody.inside()
                ? somebody
                : null;
        Messages messages = new Messages(language, zone, accounts::name);
        return Page.of(request, messages, user, appearances.of(request, response, user), forms.mark(user));
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(PARAMETER)) {
                    return Language.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Language asked(HttpServletRequest request) {
        for (Locale locale : Collections.list(request.getLocales())) {
            Optional<Language> language = Language.of(locale.getLanguage());
            if (language.isPresent()) {
                return language.get();
            }
        }
        return Language.EN;
    }
}
