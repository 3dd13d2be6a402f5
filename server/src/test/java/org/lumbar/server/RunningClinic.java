package org.lumbar.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Database;
import org.lumbar.server.account.Accounts;
import org.lumbar.server.account.DemoSignIns;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.Vault;
import org.lumbar.server.patient.Drafts;

/** The real application on a free port and a database of its own, on a fixed day. */
final class RunningClinic implements AutoCloseable {

    static final String PASSWORD = "correct horse";
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final String PATIENT = "knownpatient";

    private final ChartStore store;
    private final RunningServer server;

    RunningClinic(Path folder) {
        this(Database.file(folder.resolve("chart.sqlite")));
    }

    RunningClinic(Database database) {
        this(database, Settings.standard(), Clock.fixed(NOW, ZONE), Vault.ofThisProcess());
    }

    /** Another server for the clinic of the same database, once one has been started. */
    RunningClinic(Database database, Settings settings, Clock clock, Vault vault) {
        this.store = new ChartStore(database, clock);
        this.server = RunningServer.start(0, database, clock, new DemoSignIns(List.of(), ""), settings, vault);
        if (store.last("patient/" + PATIENT) == 0) {
            furnish();
        }
    }

    private void furnish() {
        Accounts accounts = server.part(Accounts.class);
        store.append(
                "patient/" + PATIENT,
                0,
                null,
                "physician",
                List.of(Drafts.registered(PATIENT, "Семёнова", List.of("Ольга"), "female", "1984-03-12", "RU", "ru")));
        for (Role role : Role.values()) {
            String patient = role == Role.PATIENT ? PATIENT : "";
            accounts.create(role.id(), "Dr " + role.id(), role, patient, PASSWORD, false, "test");
        }
    }

    ChartStore store() {
        return store;
    }

    <T> T bean(Class<T> type) {
        return server.part(type);
    }

    String address() {
        return server.address();
    }

    /** A browser without scripts in which nobody has signed in. */
    Browser browser() {
        return new Browser(address());
    }

    /** A browser in which someone of this role has signed in. */
    Browser signedIn(Role role) {
        Browser browser = browser();
        browser.get("/sign-in");
        browser.post("/sign-in", "username", role.id(), "password", PASSWORD);
        return browser;
    }

    @Override
    public void close() {
        server.close();
    }
}
