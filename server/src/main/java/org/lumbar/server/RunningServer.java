package org.lumbar.server;

import java.time.Clock;
import java.util.Map;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.chart.News;
import org.lumbar.chart.ShortLived;
import org.lumbar.server.account.DemoSignIns;
import org.lumbar.server.account.Vault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application on a chart, from its start to its end. */
public final class RunningServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Database database;

    private RunningServer(ConfigurableApplicationContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /**
     * Starts it.
     *
     * @param port 0 takes any that is free
     * @param database closed with the server
     * @param clock in the zone of the clinic
     * @param signIns shown at the door of a demo
     */
    public static RunningServer start(int port, Database database, Clock clock, DemoSignIns signIns) {
        return start(port, database, clock, signIns, Settings.standard(), Vault.ofThisProcess());
    }

    /**
     * Starts it as an operator set it up.
     *
     * @param vault whose key all servers of the clinic have
     */
    public static RunningServer start(
            int port, Database database, Clock clock, DemoSignIns signIns, Settings settings, Vault vault) {
        SpringApplication application = new SpringApplication(Server.class);
        application.setDefaultProperties(Map.of(
                "server.port",
                Integer.toString(port),
                "server.forward-headers-strategy",
                settings.behindProxy() ? "native" : "none"));
        ApplicationContextInitializer<GenericApplicationContext> given = context -> {
            context.registerBean(Database.class, () -> database);
            context.registerBean(ChartStore.class, () -> new ChartStore(database, clock));
            context.registerBean(ShortLived.class, () -> new ShortLived(database, clock));
            context.registerBean(News.class, () -> new News(database, clock));
            context.registerBean(Clock.class, () -> clock);
            context.registerBean(Settings.class, () -> settings);
            context.registerBean(Vault.class, () -> vault);
            context.registerBean(DemoSignIns.class, () -> signIns);
        };
        application.addInitializers(given);
        return new RunningServer(application.run(), database);
    }

    /** A part of the application. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Where it answers. */
    public String address() {
        return "http://localhost:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
