package org.lumbar.server.account;

import java.time.Clock;
import org.lumbar.chart.ShortLived;
import org.lumbar.server.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Puts the shared sessions in place of those that the web server would keep for itself. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionSharing {

    @Bean
    SharedSessions sessionRepository(ShortLived shared, Clock clock, Settings settings) {
        return new SharedSessions(shared, clock, settings.idle());
    }

    /** Sent back to this server only, unseen by scripts, and over TLS only when it came over TLS. */
    @Bean
    CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("lumbar");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
