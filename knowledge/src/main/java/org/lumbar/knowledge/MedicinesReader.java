package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.MedicineCodes;
import org.lumbar.core.knowledge.Substance;

/** Reads substances, the codes that resolve to them, and what each country licenses. */
final class MedicinesReader {

    private static final String INGREDIENTS = "codes/ingredients.csv";
    private static final String PRODUCTS = "codes/rxnorm-drugs.csv";
    private static final List<String> SUPPLIES =
            List.of("otc", "prescription", "mixed", "pharmacy", "supplement", "cosmetic", "none");

    private final Reading reading;
    private final List<Substance> substances = new ArrayList<>();
    /** Ingredient names become substance ids where a substance has that name. */
    private final Map<String, String> substanceOfInn = new HashMap<>();

    MedicinesReader(Reading reading) {
        this.reading = reading;
        Map<String, Table.Row> ingredients = new HashMap<>();
        reading.content().table(INGREDIENTS).forEach(row -> ingredients.put(row.value("inn"), row));
        for (Entry entry : reading.list("substances.yaml")) {
            String id = entry.text("id");
            String inn = entry.textOrNull("inn");
            substanceOfInn.put(inn == null ? id : inn, id);
            Table.Row codes = ingredients.get(inn == null ? id : inn);
            substances.add(new Substance(
                    id,
                    entry.localized("name"),
                    codes == null ? List.of() : codes.words("atc"),
                    codes == null ? List.of() : codes.words("rxcui"),
                    codes == null ? List.of() : codes.words("snomed"),
                    entry.words("classes"),
                    DoseReader.ceilings(entry, id)));
            entry.localizedOrNull("note");
            entry.end();
        }
    }

    List<Substance> substances() {
        return substances;
    }

    MedicineCodes codes() {
        Map<String, List<String>> byRxNorm = new HashMap<>();
        Map<String, List<String>> atcOf = new HashMap<>();
        Map<String, List<String>> byAtc = new HashMap<>();
        Map<String, List<String>> byName = new HashMap<>();
        reading.content().table(INGREDIENTS).forEach(row -> {
            String inn = row.value("inn");
            List<String> name = List.of(substanceOfInn.getOrDefault(inn, inn));
            // A single ingredient stands for its own products; its combinations hold more than it.
            atcOf.merge(name.get(0), row.words("atc_single"), Lists::union);
            row.words("atc").forEach(code -> byAtc.merge(code, name, Lists::union));
            row.words("rxcui").forEach(code -> byRxNorm.merge(code, name, Lists::union));
            names(row).forEach(one -> byName.merge(one, row.words("atc_single"), Lists::union));
            row.words("snomed").forEach(code -> byRxNorm.merge("snomed:" + code, name, Lists::union));
        });
        reading.content()
                .table(PRODUCTS)
                .forEach(row -> byRxNorm.putIfAbsent(row.value("rxcui"), ingredients(row.value("ingredients"))));
        byName.values().removeIf(List::isEmpty);
        return new MedicineCodes(byRxNorm, atcOf, byAtc, byName);
    }

    /** What an ingredient is called, in lower case; a brand may hold more than this ingredient. */
    private static List<String> names(Table.Row row) {
        return Stream.of("inn", "inn_ru")
                .flatMap(column -> Stream.of(row.value(column).split(";", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> ingredients(String names) {
        if (names.indexOf(';') < 0) {
            return List.of(substanceOfInn.getOrDefault(names, names));
        }
        List<String> ingredients = new ArrayList<>(2);
        for (String inn : names.split(";", -1)) {
            String name = inn.strip();
            if (!name.isEmpty()) {
                ingredients.add(substanceOfInn.getOrDefault(name, name));
            }
        }
        return ingredients;
    }

    Map<String, Formulary> formularies() {
        Map<String, Formulary> formularies = new TreeMap<>();
        for (Entry entry : reading.mappings("formularies/")) {
            Map<String, Formulary.Entry> medicines = new LinkedHashMap<>();
            for (Entry medicine : entry.entries("medicines")) {
                String item = medicine.id("item", Ids.Kind.TREATMENT);
                if (medicines.put(item, licence(medicine)) != null) {
                    medicine.error("item", "the item " + item + " stands here twice", "Keep one of them.");
                }
            }
            String country = entry.text("country");
            formularies.put(country, new Formulary(country, entry.localized("name"), medicines));
            entry.end();
            if (!entry.file().equals("formularies/" + country + ".yaml")) {
                entry.error(
                        "country",
                        "stands in " + entry.file() + ", expected formularies/" + country + ".yaml",
                        "Move the file, or correct country.");
            }
        }
        return formularies;
    }

    private static Formulary.Entry licence(Entry medicine) {
        String supply = medicine.word("supply", null, SUPPLIES);
        // Supplements and cosmetics are sold without a medicine licence.
        boolean available =
                medicine.flag("licensed", false) || supply.equals("supplement") || supply.equals("cosmetic");
        Formulary.Entry licence =
                new Formulary.Entry(available, supply, medicine.localizedOrNull("note"), medicine.sources(true));
        medicine.end();
        return licence;
    }
}
