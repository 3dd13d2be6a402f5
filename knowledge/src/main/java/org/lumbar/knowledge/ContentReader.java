package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.MedicineCodes;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** Turns content into a {@link KnowledgeBase}, reporting everything that is wrong on the way. */
final class ContentReader {

    /** Categories in the order in which plans list them. */
    private static final List<String> CATEGORIES = List.of(
            "self-care",
            "exercise",
            "medicine",
            "combination-analgesic",
            "topical",
            "physiotherapy",
            "manual-massage",
            "reflex-needle",
            "biological",
            "vitamin",
            "folk",
            "herb",
            "homeopathic",
            "surgery",
            "sanatorium",
            "governance");

    private final Content content;
    private final Problems problems;

    ContentReader(Content content, Problems problems) {
        this.content = content;
        this.problems = problems;
    }

    KnowledgeBase read() {
        Entry about = single("knowledge.yaml");
        List<Entry> findingEntries = new ArrayList<>();
        content.folder("findings/").forEach((file, node) -> findingEntries.addAll(Entry.list(file, node, problems)));
        List<Entry> flagEntries = list("red-flags.yaml");
        Entry measuresFile = single("measures.yaml");
        List<Entry> measureEntries = measuresFile == null ? List.of() : measuresFile.entries("measures");

        Set<String> findingIds = ids(findingEntries, "finding");
        findingIds.addAll(ids(flagEntries, "red flag"));
        Set<String> measureIds = ids(measureEntries, "measure");
        ExpressionReader expressions = new ExpressionReader(findingIds, measureIds);

        FindingsReader findingsReader = new FindingsReader(expressions, content.grouped("codes/snomed-wide.csv"));
        List<FindingDefinition> findings = new ArrayList<>();
        List<RedFlag> redFlags = new ArrayList<>();
        for (Entry entry : flagEntries) {
            findings.add(findingsReader.finding(entry));
            redFlags.add(findingsReader.redFlag(entry));
            entry.end();
        }
        for (Entry entry : findingEntries) {
            findings.add(findingsReader.finding(entry));
            endFinding(entry);
        }

        InteractionsReader interactions = new InteractionsReader();
        ItemsReader itemsReader = new ItemsReader(expressions, interactions);
        List<Substance> substances = substances(itemsReader);
        content.folder("classes/").forEach((file, node) -> {
            Entry entry = Entry.single(file, node, problems);
            if (entry != null) {
                itemsReader.readClass(entry);
            }
        });
        List<Item> items = items(itemsReader);
        itemsReader
                .classes()
                .values()
                .forEach(inherited -> inherited.interactions().forEach(interactions::add));
        Map<String, LocalizedText> interactionCodes = interactionTables(interactions);

        SmallReaders small = new SmallReaders(content, problems, expressions);
        Entry diagnosis = single("diagnosis.yaml");
        if (about == null || diagnosis == null) {
            throw new InvalidKnowledge(problems.all());
        }
        KnowledgeBase knowledge = new KnowledgeBase(
                about.text("version"),
                content.sha256(),
                about.date("reviewed"),
                about.date("next-review"),
                about.localized("disclaimer"),
                about.text("default-country"),
                List.copyOf(findings),
                List.copyOf(redFlags),
                small.measures(measureEntries),
                small.formulas(measuresFile),
                terms(diagnosis, "syndromes", expressions),
                terms(diagnosis, "phases", expressions),
                terms(diagnosis, "severities", expressions),
                substances,
                medicineCodes(),
                items,
                List.copyOf(interactions.all()),
                interactionCodes,
                small.compatibilities(),
                formularies(),
                small.choices(),
                small.ladders(),
                small.gates(),
                new PathwayReader(content, problems, expressions).read(),
                small.guidelines(),
                small.positionWords(),
                citations(),
                ClaimsReader.read(content, problems),
                classes(itemsReader),
                texts());
        new KnowledgeCheck(knowledge, problems, small.fileOfItem()).run();
        return knowledge;
    }

    private static void endFinding(Entry entry) {
        entry.words("cite");
        entry.flag("verified", true);
        entry.words("unverified");
        entry.end();
    }

    private @Nullable Entry single(String file) {
        return Entry.single(file, content.file(file), problems);
    }

    private List<Entry> list(String file) {
        return Entry.list(file, content.file(file), problems);
    }

    private Set<String> ids(List<Entry> entries, String kind) {
        Set<String> ids = new LinkedHashSet<>();
        for (Entry entry : entries) {
            if (!ids.add(entry.text("id"))) {
                entry.error(
                        "id",
                        "the " + kind + " " + entry.text("id") + " exists twice",
                        "Keep one of them, or rename it.");
            }
        }
        return ids;
    }

    private List<Substance> substances(ItemsReader itemsReader) {
        Map<String, Map<String, String>> byInn = new HashMap<>();
        content.table("codes/ingredients.csv").forEach(row -> byInn.put(row.getOrDefault("inn", ""), row));
        List<Substance> substances = new ArrayList<>();
        List<Entry> entries = list("substances.yaml");
        ids(entries, "substance");
        for (Entry entry : entries) {
            String inn = entry.has("inn") ? entry.text("inn") : entry.text("id");
            Map<String, String> codes = byInn.getOrDefault(inn, Map.of());
            substances.add(new Substance(
                    entry.text("id"),
                    entry.localized("name"),
                    split(codes.getOrDefault("atc", "")),
                    split(codes.getOrDefault("rxcui", "")),
                    split(codes.getOrDefault("snomed", "")),
                    entry.words("classes"),
                    itemsReader.ceilings(entry, entry.text("id"))));
            entry.localizedOrNull("note");
            entry.end();
        }
        return substances;
    }

    private List<Item> items(ItemsReader reader) {
        List<Item> items = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        content.folder("items/").forEach((file, node) -> {
            if (!file.endsWith(".cases.yaml")) {
                Entry entry = Entry.single(file, node, problems);
                if (entry != null) {
                    Item item = reader.item(entry);
                    String expected = "items/" + item.category() + "/" + item.id() + ".yaml";
                    if (!file.equals(expected)) {
                        entry.error(
                                "id",
                                "stands in " + file + ", expected " + expected,
                                "Move the file, or correct id or category.");
                    }
                    if (!CATEGORIES.contains(item.category())) {
                        entry.error(
                                "category", "unknown category " + item.category(), "Use one of " + CATEGORIES + ".");
                    }
                    if (!seen.add(item.id())) {
                        entry.error("id", "the item " + item.id() + " exists twice", "Keep one of them, or rename it.");
                    }
                    items.add(item);
                }
            }
        });
        items.sort(Comparator.comparingInt((Item item) -> CATEGORIES.indexOf(item.category()))
                .thenComparing(Item::id));
        return List.copyOf(items);
    }

    private Map<String, LocalizedText> interactionTables(InteractionsReader reader) {
        Map<String, LocalizedText> codes = new LinkedHashMap<>();
        content.folder("interactions/").forEach((file, node) -> {
            for (Entry entry : Entry.list(file, node, problems)) {
                if (file.endsWith("/codes.yaml")) {
                    codes.put(entry.text("id"), entry.localized("name"));
                    entry.localizedOrNull("means");
                    entry.end();
                } else {
                    reader.row(entry);
                }
            }
        });
        return codes;
    }

    private List<DiagnosisTerm> terms(Entry file, String key, ExpressionReader expressions) {
        List<DiagnosisTerm> terms = new ArrayList<>(5);
        for (Entry entry : file.entries(key)) {
            terms.add(new DiagnosisTerm(
                    entry.text("id"),
                    entry.localized("name"),
                    entry.localized("means"),
                    expressions.read(entry, "when", Expression.NEVER),
                    entry.textOrNull("icd10")));
            endFinding(entry);
        }
        return terms;
    }

    /** Ingredient names become substance ids where a substance has that name. */
    private MedicineCodes medicineCodes() {
        Map<String, String> substanceOfInn = new HashMap<>();
        for (Entry entry : list("substances.yaml")) {
            String id = entry.text("id");
            String inn = entry.textOrNull("inn");
            substanceOfInn.put(inn == null ? id : inn, id);
        }
        Map<String, List<String>> byRxNorm = new HashMap<>();
        Map<String, List<String>> atcOf = new HashMap<>();
        Map<String, List<String>> byAtc = new HashMap<>();
        for (Map<String, String> row : content.table("codes/ingredients.csv")) {
            String inn = row.getOrDefault("inn", "");
            String name = substanceOfInn.getOrDefault(inn, inn);
            List<String> atc = split(row.getOrDefault("atc", ""));
            // A single ingredient stands for its own products; its combinations hold more than it.
            atcOf.merge(name, split(row.getOrDefault("atc_single", "")), ContentReader::union);
            atc.forEach(code -> byAtc.merge(code, List.of(name), ContentReader::union));
            split(row.getOrDefault("rxcui", ""))
                    .forEach(code -> byRxNorm.merge(code, List.of(name), ContentReader::union));
            split(row.getOrDefault("snomed", ""))
                    .forEach(code -> byRxNorm.merge("snomed:" + code, List.of(name), ContentReader::union));
        }
        for (Map<String, String> row : content.table("codes/rxnorm-drugs.csv")) {
            List<String> ingredients = new ArrayList<>(2);
            for (String inn : row.getOrDefault("ingredients", "").split(";", -1)) {
                if (!inn.isBlank()) {
                    ingredients.add(substanceOfInn.getOrDefault(inn.strip(), inn.strip()));
                }
            }
            byRxNorm.putIfAbsent(row.getOrDefault("rxcui", ""), ingredients);
        }
        return new MedicineCodes(byRxNorm, atcOf, byAtc);
    }

    private static List<String> union(List<String> a, List<String> b) {
        Set<String> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return List.copyOf(both);
    }

    private static List<String> split(String codes) {
        return codes.isBlank() ? List.of() : List.of(codes.strip().split("\\s+", -1));
    }

    private Map<String, Formulary> formularies() {
        Map<String, Formulary> formularies = new TreeMap<>();
        content.folder("formularies/").forEach((file, node) -> {
            Entry entry = Entry.single(file, node, problems);
            if (entry == null) {
                return;
            }
            Map<String, Formulary.Entry> medicines = new LinkedHashMap<>();
            for (Entry medicine : entry.entries("medicines")) {
                String supply = medicine.word(
                        "supply",
                        null,
                        List.of("otc", "prescription", "mixed", "pharmacy", "supplement", "cosmetic", "none"));
                // Supplements and cosmetics are sold without a medicine licence.
                boolean available =
                        medicine.flag("licensed", false) || supply.equals("supplement") || supply.equals("cosmetic");
                medicines.put(
                        medicine.text("item"),
                        new Formulary.Entry(
                                available, supply, medicine.localizedOrNull("note"), medicine.sources(true)));
                medicine.end();
            }
            String country = entry.text("country");
            formularies.put(country, new Formulary(country, entry.localized("name"), medicines));
            entry.end();
        });
        return formularies;
    }

    private List<Citation> citations() {
        List<Citation> citations = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        content.folder("citations/").forEach((file, node) -> {
            for (Entry entry : Entry.list(file, node, problems)) {
                String id = entry.text("id");
                if (!seen.add(id)) {
                    entry.error("id", "the citation " + id + " exists twice", "Keep one of them, or rename it.");
                }
                citations.add(new Citation(
                        id,
                        entry.text("cite"),
                        entry.textOrNull("url"),
                        entry.textOrNull("year"),
                        entry.word("seen", "none", List.of("page", "secondary", "code", "none"))));
                entry.textOrNull("on");
                entry.textOrNull("where");
                entry.textOrNull("note");
                entry.end();
            }
        });
        return citations;
    }

    private static List<DrugClass> classes(ItemsReader reader) {
        return reader.classes().values().stream()
                .map(ItemsReader.Inherited::drugClass)
                .toList();
    }

    private Map<String, LocalizedText> texts() {
        Map<String, LocalizedText> texts = new LinkedHashMap<>();
        Entry file = single("texts.yaml");
        if (file != null) {
            for (String key : file.keys()) {
                texts.put(key, file.localized(key));
            }
        }
        return texts;
    }
}
