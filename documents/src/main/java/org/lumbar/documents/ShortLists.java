package org.lumbar.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** The items that are not in the plan, each list grouped by the reason that its items share. */
final class ShortLists {

    /** Lines that the items without a group of their own may take before they are cut short; and those of a group. */
    private static final int LINES = 2;

    private static final int GROUP_LINES = 2;
    /** What a line of names leaves empty at its end, about the length of a word. */
    private static final int SLACK = 9;
    /** Groups of withheld items before the rest stand together. */
    private static final int GROUPS = 4;
    /** Missing answers that are named; more are counted. */
    private static final int NAMED = 2;
    /** Larger groups of items that wait for answers are counted, not named. */
    private static final int WAITING_NAMED = 6;

    static final String WITH_CARE = "*";

    private final TreatmentPlan plan;
    private final Words words;
    private final Page page;

    ShortLists(TreatmentPlan plan, Words words, Page page) {
        this.plan = plan;
        this.words = words;
        this.page = page;
    }

    private List<Recommendation> with(Status status) {
        return plan.treatments().stream()
                .filter(recommendation -> recommendation.status() == status && !Movements.isOne(recommendation))
                .toList();
    }

    void offered() {
        List<Recommendation> optional = with(Status.OPTIONAL);
        List<Recommendation> discretion = with(Status.DISCRETION);
        offered("heading.optional", optional, LINES);
        offered("heading.discretion", discretion, GROUP_LINES);
    }

    private void offered(String key, List<Recommendation> items, int lines) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Recommendation item : items) {
            String label = Offered.gaveWay(item).map(this::concession).orElse("");
            groups.computeIfAbsent(label, l -> new ArrayList<>()).add(name(item));
        }
        list(key, items.size(), groups, lines);
    }

    /** Writes a list; its first group stands beside the heading when it needs no label. */
    private void list(String key, int count, Map<String, List<String>> groups, int lines) {
        if (count == 0) {
            return;
        }
        String heading = words.heading(key) + " (" + count + ")";
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span(heading, Ink.HEADING));
        List<String> plain = groups.remove("");
        if (plain != null) {
            spans.add(Page.span(Words.DOT + String.join(Words.DOT, fitting(heading, plain, lines)), Ink.PLAIN));
        }
        page.text(0, 2, spans);
        groups.forEach((label, names) -> {
            String lead = words.capital(label) + (label.contains(":") ? " – " : ": ");
            String rest = String.join(Words.DOT, fitting(lead, names, GROUP_LINES));
            page.text(2, 4, List.of(Page.span(lead, Ink.FAINT), Page.span(rest, Ink.PLAIN)));
        });
    }

    private boolean withCare(Recommendation item) {
        return item.reasons().stream().anyMatch(Offered::isNote);
    }

    private String name(Recommendation item) {
        String name = words.say(item.item().name());
        return item.status().offered() && withCare(item) ? name + WITH_CARE : name;
    }

    private String concession(Reason reason) {
        return switch (reason.pattern()) {
            case Reason.CHOICE -> words.fill("screen.instead", "item", word(reason, "chosen"));
            case Reason.CEILING -> words.fill("screen.limit", "substance", word(reason, "substance"));
            default -> words.fill("screen.beside", "item", word(reason, "item"));
        };
    }

    private String word(Reason reason, String place) {
        return reason.words().stream()
                .filter(word -> word.place().equals(place))
                .flatMap(word -> word.values().stream())
                .map(words::say)
                .collect(Collectors.joining(", "));
    }

    void needsInformation() {
        List<Recommendation> items = with(Status.NEEDS_INFORMATION);
        Set<String> flags = plan.triage().unanswered().stream()
                .map(RedFlag::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        flags.add(Vocabulary.RED_FLAG_PRESENT);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<Recommendation> many = new ArrayList<>();
        for (Recommendation item : items) {
            if (item.missing().stream().anyMatch(flags::contains)) {
                groups.computeIfAbsent(words.say("screen.waits-for-flags"), l -> new ArrayList<>())
                        .add(name(item));
            } else if (item.missing().size() <= NAMED) {
                String findings = item.missing().stream().map(words::name).collect(Collectors.joining(", "));
                groups.computeIfAbsent(words.fill("screen.waits-for", "findings", findings), l -> new ArrayList<>())
                        .add(name(item));
            } else {
                many.add(item);
            }
        }
        if (!many.isEmpty()) {
            groups.put(answers(many), many.stream().map(this::name).toList());
        }
        groups.replaceAll((label, names) ->
                names.size() > WAITING_NAMED ? List.of(words.count("count.items", names.size())) : names);
        list("screen.needs-information", items.size(), groups, LINES);
    }

    private String answers(List<Recommendation> items) {
        int least = items.stream().mapToInt(item -> item.missing().size()).min().orElse(0);
        int most = items.stream().mapToInt(item -> item.missing().size()).max().orElse(0);
        return least == most
                ? words.count("screen.waits-for-many", most)
                : words.fill("screen.waits-for-answers", Map.of("from", words.number(least), "n", (long) most));
    }

    void withheld() {
        List<Recommendation> left = new ArrayList<>(with(Status.WITHHELD));
        int count = left.size();
        Map<Recommendation, Set<String>> grounds = new LinkedHashMap<>();
        left.forEach(item -> grounds.put(item, grounds(item)));
        Map<String, List<String>> groups = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            String shared = mostShared(left, grounds);
            boolean room = groups.size() < GROUPS - 1
                    || left.stream().allMatch(item -> grounds.get(item).contains(shared));
            String label = room ? shared : words.say("screen.other-reasons");
            List<String> names = new ArrayList<>();
            left.removeIf(item -> (!room || grounds.get(item).contains(shared)) && names.add(name(item)));
            groups.put(label, names);
        }
        list("heading.withheld", count, groups, LINES);
    }

    /** The strongest grounds on which an item is withheld: what is unsafe before what is not licensed or not ordered. */
    private Set<String> grounds(Recommendation item) {
        int strongest = item.reasons().stream().mapToInt(ShortLists::rank).min().orElse(0);
        return item.reasons().stream()
                .filter(reason -> rank(reason) == strongest)
                .map(words::brief)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int rank(Reason reason) {
        return switch (reason.pattern()) {
            case Reason.GATE -> 2;
            case Reason.NOT_LICENSED -> 1;
            default -> 0;
        };
    }

    private static String mostShared(List<Recommendation> items, Map<Recommendation, Set<String>> grounds) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Recommendation item : items) {
            for (String ground : grounds.getOrDefault(item, Set.of())) {
                counts.merge(ground, 1, Integer::sum);
            }
        }
        // Of equal counts the first wins, so that the order of the knowledge base decides.
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Comparator.comparingInt(
                                entry -> -new ArrayList<>(counts.keySet()).indexOf(entry.getKey()))))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Single exercises, counted. */
    void movements() {
        String summary = Movements.summary(plan, words);
        if (!summary.isEmpty()) {
            page.text(
                    0,
                    2,
                    List.of(
                            Page.span(words.heading("category.movement"), Ink.HEADING),
                            Page.span(Words.DOT + summary, Ink.PLAIN)));
        }
    }

    void leftOut() {
        int notIndicated = with(Status.NOT_INDICATED).size();
        int refused = with(Status.REFUSED).size();
        String line = words.fill(
                "screen.left-out",
                Map.of(
                        "not-indicated", words.count("count.items", notIndicated),
                        "refused", words.count("count.items", refused)));
        boolean marked = plan.recommendations().stream()
                .anyMatch(item -> item.status().offered() && !Movements.isOne(item) && withCare(item));
        page.text(0, 2, marked ? line + " " + words.say("screen.with-care") : line, Ink.FAINT);
    }

    /** As many names as fit into the lines of a group, and how many more there are. */
    private List<String> fitting(String lead, List<String> names, int lines) {
        int space = page.width() * lines - lead.length() - SLACK * lines;
        List<String> fitting = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String more = Words.glued(words.fill("screen.and-more", "n", names.size() - i));
            space -= names.get(i).length() + Words.DOT.length();
            boolean last = i == names.size() - 1;
            if (!fitting.isEmpty() && space < (last ? 0 : more.length() + Words.DOT.length())) {
                fitting.add(more);
                return fitting;
            }
            fitting.add(names.get(i));
        }
        return fitting;
    }
}
