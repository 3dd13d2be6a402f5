package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.lumbar.core.text.LocalizedText;

/**
 * The words in which movements are described.
 *
 * @param sections parts of a session, in the order in which a session goes through them
 * @param loads the load scale, lightest first
 */
public record MovementTerms(
        List<Term> sections,
        List<Term> regions,
        List<Term> positions,
        List<Term> equipment,
        List<Term> loads,
        Sources sources)
        implements Serializable {

    public MovementTerms {
        sections = List.copyOf(sections);
        regions = List.copyOf(regions);
        positions = List.copyOf(positions);
        equipment = List.copyOf(equipment);
        loads = List.copyOf(loads);
    }

    public record Term(String id, LocalizedText name) implements Serializable {}
}
