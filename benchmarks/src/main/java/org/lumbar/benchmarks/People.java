package org.lumbar.benchmarks;

import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.knowledge.Cases;

/** The people of the worked cases, in rotation, so that no single patient is measured. */
final class People {

    private final List<PatientRecord> records;
    private int next;

    People(KnowledgeBase knowledge) {
        Cases.Given unchanged = new Cases.Given(
                "", List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), Standard.COMPREHENSIVE, null);
        this.records = Cases.bundled().people().values().stream()
                .map(person -> person.record(unchanged, knowledge, knowledge.reviewed()))
                .toList();
    }

    PatientRecord next() {
        next = (next + 1) % records.size();
        return records.get(next);
    }
}
