package org.lumbar.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Level;

/**
 * What the clinical facts sheet demands, as small tables that were drawn from it without looking at our own content. A test
 * that disagrees with the product compares with these, so they hold ids and numbers only.
 */
final class Facts {

    /**
     * A finding that rules an item out.
     *
     * @param source where the sheet says so: item, class or ingredient
     * @param country only there; empty means everywhere
     */
    record Contraindication(String item, String finding, String source, String country) {}

    record RedFlag(String id, String urgency) {}

    /** A finding that silence leaves open, unless {@code answeredBy} is in the state {@code when}. */
    record MustAsk(String finding, String kind, String answeredBy, String when) {}

    /** What stands on one side of an interaction: any of the keys; {@code atcAll} needs all of its prefixes together. */
    record Side(
            List<String> items,
            List<String> classes,
            List<String> ingredients,
            List<String> atc,
            List<String> atcAll,
            List<String> herbFood) {}

    record Pair(String id, Side a, Side b, Level level, boolean mitigation) {}

    /** A real medicine whose ATC code starts with a prefix that an interaction names; no RxNorm id where none is known. */
    record Medicine(String prefix, String atc, String inn, String rxnorm) {}

    /** What a product holds and belongs to; brands are resolved to their variants. */
    record Product(String item, List<String> classes, List<String> ingredients, List<String> atc) {}

    /**
     * The most of a substance a day.
     *
     * @param item only in this product; empty means over all products
     * @param when for whom: a finding, or a compared measure such as {@code egfr<=50}; empty means everybody
     */
    record Ceiling(String item, String substance, String country, double mgPerDay, String when) {}

    record Licence(String item, String country, boolean licensed) {}

    /**
     * What a code of a current, confirmed and recent entry says of a finding.
     *
     * @param system icd10, icd10cm or snomed
     * @param state present, open (raises the question only) or not (looks alike)
     */
    record FindingCode(String finding, String system, String code, String state) {}

    /**
     * A statement of a source article.
     *
     * @param item the item or topic that it belongs to
     */
    record Statement(String claim, String source, String verdict, String item) {}

    static final List<Contraindication> CONTRAINDICATIONS = read(
            "contraindications",
            row -> new Contraindication(row.get("item"), row.get("finding"), row.get("source"), row.get("country")));
    static final List<RedFlag> RED_FLAGS = read("red-flags", row -> new RedFlag(row.get("id"), row.get("urgency")));
    static final Map<String, MustAsk> MUST_ASK = read(
                    "must-ask",
                    row -> new MustAsk(row.get("finding"), row.get("kind"), row.get("answered_by"), row.get("when")))
            .stream()
            .collect(Collectors.toMap(MustAsk::finding, one -> one, (a, b) -> a, LinkedHashMap::new));
    static final List<Pair> PAIRS = read("interactions", Facts::pair);
    /** The rows that stand inside a medicine or a class of the sheet; their ids are ours. */
    static final List<Pair> OWN_PAIRS = read("own-interactions", Facts::pair);

    static final Map<String, List<Medicine>> MEDICINES = read(
                    "medicines",
                    row -> new Medicine(row.get("prefix"), row.get("atc"), row.get("inn"), row.get("rxnorm")))
            .stream()
            .collect(Collectors.groupingBy(Medicine::prefix));
    static final Map<String, Product> PRODUCTS = read(
                    "items",
                    row -> new Product(
                            row.get("item"),
                            words(row.get("classes")),
                            words(row.get("ingredients")),
                            words(row.get("atc"))))
            .stream()
            .collect(Collectors.toMap(Product::item, one -> one, (a, b) -> a, LinkedHashMap::new));
    static final List<Ceiling> CEILINGS = read(
            "ceilings",
            row -> new Ceiling(
                    row.get("item"),
                    row.get("substance"),
                    row.get("country"),
                    Double.parseDouble(row.get("mg_per_day")),
                    row.get("when")));
    static final Map<String, Double> GRAMS_PER_DAY = numbers("grams", "grams_per_day");
    static final Map<String, Double> LONGEST_COURSE_DAYS = numbers("durations", "days");
    static final Map<String, Double> YOUNGEST_AGE = numbers("ages", "min_age");
    static final List<Licence> LICENCES = read(
            "licences",
            row -> new Licence(row.get("item"), row.get("country"), Boolean.parseBoolean(row.get("licensed"))));
    static final List<FindingCode> FINDING_CODES = read(
            "finding-codes",
            row -> new FindingCode(row.get("finding"), row.get("system"), row.get("code"), row.get("state")));
    static final List<String> REFUSED = read("refused", row -> row.get("item"));

    /** Every statement of the two articles with the verdict that was decided. */
    static final List<Statement> LEDGER = read(
            "ledger", row -> new Statement(row.get("claim"), row.get("source"), row.get("verdict"), row.get("item")));

    private Facts() {}

    /** The products that stand on a side, by name, by class, by ingredient or by their ATC code. */
    static Set<String> productsOn(Side side) {
        Set<String> found = new LinkedHashSet<>();
        for (Product product : PRODUCTS.values()) {
            if (side.items().contains(product.item())
                    || product.classes().stream().anyMatch(side.classes()::contains)
                    || product.ingredients().stream().anyMatch(side.ingredients()::contains)
                    || product.atc().stream().anyMatch(code -> startsWithAny(code, side.atc()))) {
                found.add(product.item());
            }
        }
        return found;
    }

    static boolean startsWithAny(String code, List<String> prefixes) {
        return prefixes.stream().anyMatch(code::startsWith);
    }

    private static Pair pair(Map<String, String> row) {
        return new Pair(
                row.get("id"),
                side(row, "a_"),
                side(row, "b_"),
                Level.valueOf(row.get("level").toUpperCase(java.util.Locale.ROOT)),
                row.get("mitigation").equals("yes"));
    }

    private static Side side(Map<String, String> row, String prefix) {
        return new Side(
                words(row.get(prefix + "items")),
                words(row.get(prefix + "classes")),
                words(row.get(prefix + "ingredients")),
                words(row.get(prefix + "atc")),
                words(row.get(prefix + "atc_all")),
                words(row.get(prefix + "herb_food")));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" ", -1));
    }

    private static Map<String, Double> numbers(String table, String column) {
        return read(table, row -> row).stream()
                .collect(Collectors.toMap(
                        row -> row.get("item"), row -> Double.valueOf(row.get(column)), Math::min, LinkedHashMap::new));
    }

    private interface Reader<T> {
        T read(Map<String, String> row);
    }

    private static <T> List<T> read(String table, Reader<T> reader) {
        try (InputStream in = Facts.class.getResourceAsStream("/facts/" + table + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("facts/" + table + ".csv is not on the class path of the tests");
            }
            List<String[]> rows = Csv.rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            String[] head = rows.get(0);
            return rows.stream()
                    .skip(1)
                    .map(row -> reader.read(named(head, row)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> named(String[] head, String[] row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < head.length; i++) {
            named.put(head[i], row[i]);
        }
        return named;
    }

    static Stream<Pair> allPairs() {
        return Stream.concat(PAIRS.stream(), OWN_PAIRS.stream());
    }
}
