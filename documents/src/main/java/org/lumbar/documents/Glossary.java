package org.lumbar.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.Status;
import org.lumbar.core.text.Language;

/** What the words of plans and pages mean, as the knowledge base explains them. */
public final class Glossary {

    private final KnowledgeBase knowledge;
    private final Words words;

    private Glossary(KnowledgeBase knowledge, Language language) {
        this.knowledge = knowledge;
        this.words = new Words(knowledge, language);
    }

    /** Terms with their meanings, by what they are about: {@code status}, {@code urgency}, {@code diagnosis}, {@code verdict}, {@code instrument}. */
    public static Map<String, List<PlanView.Labelled>> of(KnowledgeBase knowledge, Language language) {
        Glossary glossary = new Glossary(knowledge, language);
        Map<String, List<PlanView.Labelled>> terms = new LinkedHashMap<>();
        terms.put("status", glossary.statuses());
        terms.put("urgency", glossary.urgencies());
        terms.put("diagnosis", glossary.diagnoses());
        terms.put("verdict", glossary.verdicts(language));
        terms.put("instrument", glossary.instruments());
        return terms;
    }

    private List<PlanView.Labelled> statuses() {
        return Stream.of(Status.values())
                .map(status -> term("status." + status.id(), "status." + status.id() + ".means"))
                .toList();
    }

    private List<PlanView.Labelled> urgencies() {
        return Stream.of(Urgency.values())
                .map(level -> term("triage." + level.id(), "triage." + level.id() + ".means"))
                .toList();
    }

    private List<PlanView.Labelled> verdicts(Language language) {
        return new KnowledgeView(knowledge, language)
                .verdicts().values().stream()
                        .map(one -> new PlanView.Labelled(words.capital(one.label()), one.text()))
                        .toList();
    }

    private List<PlanView.Labelled> diagnoses() {
        return Stream.of(knowledge.syndromes(), knowledge.phases(), knowledge.severities())
                .flatMap(List::stream)
                .map(this::term)
                .toList();
    }

    private List<PlanView.Labelled> instruments() {
        return knowledge.instruments().stream()
                .map(one -> new PlanView.Labelled(words.capital(words.say(one.name())), words.say(one.about())))
                .toList();
    }

    private PlanView.Labelled term(DiagnosisTerm term) {
        return new PlanView.Labelled(words.capital(words.say(term.name())), words.say(term.means()));
    }

    private PlanView.Labelled term(String name, String meaning) {
        return new PlanView.Labelled(words.capital(words.say(name)), words.say(meaning));
    }
}
