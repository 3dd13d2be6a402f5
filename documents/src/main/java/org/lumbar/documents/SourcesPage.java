package org.lumbar.documents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Topic;
import org.lumbar.core.text.Language;

/** The overview of the ledger in Markdown: what became of every statement of the sources, section by section. */
public final class SourcesPage {

    private final KnowledgeBase knowledge;
    private final Words words;
    private final LimitWords limits;
    private final Map<String, String> paths = new HashMap<>();
    private final StringBuilder out = new StringBuilder(1 << 18);

    private SourcesPage(KnowledgeBase knowledge, Language language) {
        this.knowledge = knowledge;
        this.words = new Words(knowledge, language);
        this.limits = new LimitWords(words, false);
        for (Item item : knowledge.items()) {
            paths.put(item.id(), "items/" + item.category() + "/" + item.id());
        }
        for (Topic topic : knowledge.topics()) {
            paths.put(topic.id(), "topics/" + topic.id());
        }
    }

    /** The page; links lead from {@code docs/} to the content. */
    public static String of(KnowledgeBase knowledge, Language language, ClaimFilter filter) {
        SourcesPage page = new SourcesPage(knowledge, language);
        page.write(filter.of(knowledge));
        return page.out.toString();
    }

    private void write(List<Claim> claims) {
        line("# " + words.say("sources.title"));
        line(words.say("sources.about"));
        writeCounts(claims);
        Map<String, List<Claim>> sections = new LinkedHashMap<>();
        claims.forEach(claim ->
                sections.computeIfAbsent(section(claim), s -> new ArrayList<>()).add(claim));
        sections.forEach((section, own) -> {
            line("## " + words.say("sources.section." + section));
            row(
                    words.say("sources.statement"),
                    words.say("sources.verdict"),
                    words.say("claim.why"),
                    words.say("claim.lives"));
            row("---", "---", "---", "---");
            own.forEach(this::write);
            out.append('\n');
        });
        line(words.fill(
                "sources.generated", Map.of("version", knowledge.version(), "date", words.date(knowledge.reviewed()))));
    }

    /** An id without its number: {@code A-spray} of {@code A-spray-10}. */
    private static String section(Claim claim) {
        return claim.id().substring(0, claim.id().lastIndexOf('-'));
    }

    private void writeCounts(List<Claim> claims) {
        Map<Verdict, Long> counts = claims.stream()
                .collect(Collectors.groupingBy(
                        Claim::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        row(words.say("sources.verdict"), words.say("sources.count"), words.say("sources.meaning"));
        row("---", "---:", "---");
        for (Verdict verdict : Verdict.values()) {
            row(
                    words.say("verdict." + verdict.id()),
                    words.number(counts.getOrDefault(verdict, 0L)),
                    words.say("sources.meaning." + verdict.id()));
        }
        out.append('\n');
    }

    private void write(Claim claim) {
        row(
                claim.id() + ". " + words.say(claim.says()),
                words.say("verdict." + claim.verdict().id()),
                words.say(claim.why()),
                lives(claim));
    }

    private String lives(Claim claim) {
        StringBuilder cell = new StringBuilder(link(claim.item()));
        for (String part : parts(claim)) {
            cell.append("<br>").append(part);
        }
        return cell.toString();
    }

    private List<String> parts(Claim claim) {
        List<String> parts = new ArrayList<>();
        claim.limits().forEach(limit -> parts.add(limits.say(limit, claim.item())));
        claim.refusals()
                .forEach(refusal -> parts.add(words.fill("sources.refused", "what", words.say(refusal.what()))));
        parts.addAll(limits.places(claim.heldBy(), claim.item()));
        if (claim.verdict() == Verdict.RECORD_ONLY) {
            parts.add(words.say("claim.recorded"));
        }
        return parts;
    }

    private String link(String item) {
        String path = paths.get(item);
        return path == null ? item : "[" + words.name(item) + "](../knowledge/" + path + ".yaml)";
    }

    private void row(String... cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ')
                    .append(cell.replace("|", "\\|").replace('\u00a0', ' '))
                    .append(" |");
        }
        out.append('\n');
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }
}
