package org.lumbar.server;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.lumbar.chart.ChartStore;
import org.lumbar.core.plan.Planner;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.Auditor;
import org.lumbar.server.account.Journal;
import org.lumbar.server.account.KeptForms;
import org.lumbar.server.account.PasswordFirst;
import org.lumbar.server.appearance.Appearances;
import org.lumbar.server.page.Languages;
import org.lumbar.server.patient.Clinic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the application up. The chart and the clock are given from outside, see {@link ServeCommand}. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public class Server {

    private static final int ASSETS_SECONDS = 3600;

    @Bean
    Clinic clinic(ChartStore store, Supplier<Planner> knowledge, Clock clock) {
        return new Clinic(store, knowledge, clock);
    }

    @Bean
    Appearances appearances(ChartStore store) {
        return new Appearances(store);
    }

    @Bean
    WebMvcConfigurer pages(Clock clock, Journal journal, Accounts accounts, Appearances appearances, KeptForms forms) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Languages(clock.getZone(), appearances, accounts, forms));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PasswordFirst(accounts)).addPathPatterns("/my/**");
                registry.addInterceptor(new Auditor(journal))
                        .excludePathPatterns("/assets/**", "/player/**", "/error", "/session");
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations(
                                "classpath:/static/assets/",
                                "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                        .setCachePeriod(ASSETS_SECONDS);
            }
        };
    }
}
