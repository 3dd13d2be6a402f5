package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Session;
import org.lumbar.core.knowledge.Topic;
import org.lumbar.core.logic.Expression;

/** Turns content into a {@link KnowledgeBase}, reporting everything that is wrong on the way. */
final class ContentReader {

    private final Reading reading;
    private final String edition;

    ContentReader(Reading reading) {
        this(reading, "");
    }

    /** @param edition appended to the version with a plus sign; empty for none */
    ContentReader(Reading reading, String edition) {
        this.reading = reading;
        this.edition = edition;
    }

    KnowledgeBase read() {
        Entry about = reading.mapping("knowledge.yaml");
        FindingsReader findingsReader = new FindingsReader(reading.content());
        List<FindingDefinition> findings = new ArrayList<>();
        List<RedFlag> redFlags = new ArrayList<>();
        for (Entry entry : reading.list("red-flags.yaml")) {
            findings.add(findingsReader.finding(entry));
            redFlags.add(findingsReader.redFlag(entry));
        }
        for (Entry entry : reading.lists("findings/")) {
            findings.add(findingsReader.plain(entry));
        }

        InteractionsReader interactions = new InteractionsReader();
        ItemsReader itemsReader = new ItemsReader(reading, interactions);
        List<Item> items = itemsReader.items();
        List<Topic> topics = TopicsReader.read(reading);
        interactions.tables(reading);
        MedicinesReader medicines = new MedicinesReader(reading);
        SmallReaders small = new SmallReaders(reading);
        List<Session> sessions = new SessionsReader(reading, items).sessions();
        Entry diagnosis = reading.mapping("diagnosis.yaml");
        KnowledgeBase knowledge = new KnowledgeBase(
                about.text("version") + (edition.isEmpty() ? "" : "+" + edition),
                reading.content().sha256(),
                about.date("reviewed"),
                about.date("next-review"),
                about.localized("disclaimer"),
                about.text("default-country"),
                List.copyOf(findings),
                List.copyOf(redFlags),
                small.measures(),
                small.formulas(),
                terms(diagnosis, "syndromes"),
                terms(diagnosis, "phases"),
                terms(diagnosis, "severities"),
                medicines.substances(),
                medicines.codes(),
                items,
                topics,
                List.copyOf(interactions.all()),
                InteractionsReader.codes(reading),
                small.compatibilities(),
                medicines.formularies(),
                small.choices(),
                small.ladders(),
                small.gates(),
                PathwayReader.read(reading),
                small.guidelines(),
                small.positionWords(),
                small.citations(),
                ClaimsReader.read(reading, LedgerIndex.of(items, topics)),
                itemsReader.classes(),
                InstrumentsReader.read(reading),
                MovementReader.terms(reading),
                sessions,
                ProgrammesReader.read(reading, sessions),
                small.texts());
        Kept.check(about, List.of("title", "languages", "standards", "default-standard"));
        Kept.check(diagnosis, List.of("definitions"));
        for (Entry note : reading.list(Entry.UNVERIFIED)) {
            note.text("en");
            note.text("ru");
            note.end();
        }
        Kept.check(reading.mapping("compatibility.yaml"), List.of("day-rules", "course-rules"));
        reading.end();
        return knowledge;
    }

    private static List<DiagnosisTerm> terms(Entry file, String key) {
        List<DiagnosisTerm> terms = new ArrayList<>(5);
        for (Entry entry : file.entries(key)) {
            terms.add(new DiagnosisTerm(
                    entry.text("id"),
                    entry.localized("name"),
                    entry.localized("means"),
                    Expressions.read(entry, "when", Expression.NEVER),
                    entry.textOrNull("icd10")));
            entry.sources(true);
            entry.end();
        }
        return terms;
    }
}
