package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Term;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.text.LocalizedText;

/** Names for people everything that reasons speak of. Names are the same for all patients, so rules keep those of their terms. */
final class Naming {

    /**
     * What fills the place of a pattern, and which findings and measures that names.
     *
     * @param needs what is named is lacking rather than present
     */
    record Named(List<Word> words, List<String> findings, boolean needs) {}

    private final Literals words;
    private final Map<Condition, List<Named>> holding = new HashMap<>();

    private final Map<Standard, LocalizedText> standards = new EnumMap<>(Standard.class);
    private final Map<Level, LocalizedText> levels = new EnumMap<>(Level.class);
    private final Map<String, LocalizedText> names = new HashMap<>();

    Naming(KnowledgeBase knowledge, Literals words) {
        this.words = words;
        for (Standard standard : Standard.values()) {
            standards.put(standard, knowledge.text("standard." + standard.id()));
        }
        for (Level level : Level.values()) {
            levels.put(level, knowledge.text("interaction." + level.id()));
        }
        for (Measure measure : knowledge.measures()) {
            names.put(measure.id(), measure.name());
        }
        for (FindingDefinition finding : knowledge.findings()) {
            names.put(finding.id(), finding.name());
        }
    }

    /** The name of a finding or measure. */
    LocalizedText name(String id) {
        LocalizedText name = names.get(id);
        return name == null ? new LocalizedText(id, id) : name;
    }

    LocalizedText name(Standard standard) {
        return named(standards.get(standard));
    }

    LocalizedText name(Level level) {
        return named(levels.get(level));
    }

    private static LocalizedText named(@Nullable LocalizedText name) {
        return Objects.requireNonNull(name);
    }

    /** That an atom is true. */
    LocalizedText present(int atom) {
        return words.name(atom, true);
    }

    /** By the place of the term that makes a condition true: every literal as it holds. */
    List<Named> holding(Condition condition) {
        return holding.computeIfAbsent(condition, fresh -> {
            List<Named> names = new ArrayList<>(fresh.size());
            for (int place = 0; place < fresh.size(); place++) {
                names.add(conditions(fresh.term(place).literals()));
            }
            return List.copyOf(names);
        });
    }

    /** What triggers a rule when a term holds: what is present, or when nothing is, what is lacking. */
    Named triggering(Term term) {
        int[] literals = term.literals();
        boolean needs = true;
        for (int literal : literals) {
            needs &= isAbsence(literal);
        }
        List<LocalizedText> names = new ArrayList<>(literals.length);
        for (int literal : literals) {
            if (needs) {
                names.add(present(Way.atom(literal)));
            } else if (!isAbsence(literal)) {
                names.add(words.name(literal));
            }
        }
        return new Named(List.of(new Word("finding", names)), subjects(literals), needs);
    }

    /** Whether the literal says that a finding is absent. */
    private boolean isAbsence(int literal) {
        return Way.atom(literal) < words.findings() && !Way.becomesTrue(literal);
    }

    /** Every literal as it is given. */
    Named conditions(int[] literals) {
        LocalizedText[] names = new LocalizedText[literals.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = words.name(literals[i]);
        }
        return new Named(List.of(new Word("conditions", List.of(names))), subjects(literals), false);
    }

    private List<String> subjects(int[] literals) {
        String[] subjects = new String[literals.length];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = words.subject(Way.atom(literals[i]));
        }
        return List.of(subjects);
    }
}
