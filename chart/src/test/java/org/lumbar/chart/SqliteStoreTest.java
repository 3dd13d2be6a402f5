package org.lumbar.chart;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends ChartStoreContract {

    @TempDir
    private Path folder;

    private int opened;

    @Override
    Database open() {
        return Database.file(folder.resolve("clinic-" + opened++).resolve("chart.sqlite"));
    }

    @Override
    List<String> withoutTriggers() {
        return List.of(
                "drop trigger entry_is_not_changed",
                "drop trigger entry_is_not_removed",
                "drop trigger document_is_not_changed");
    }
}
