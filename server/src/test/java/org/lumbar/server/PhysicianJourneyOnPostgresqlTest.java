package org.lumbar.server;

import org.lumbar.chart.Database;

/** The same journeys where the clinic keeps its chart in PostgreSQL. */
class PhysicianJourneyOnPostgresqlTest extends PhysicianJourneyTest {

    @Override
    Database database() throws Exception {
        return Postgresql.open(Postgresql.newDatabase());
    }
}
