package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Sex;

/** Random people: most of them mostly healthy, some of them with a great deal at once, some hardly known at all. */
final class RandomPatients {

    private static final List<String> COUNTRIES =
            List.of("RU", "RU", "GB", "US", "DE", "BG", "UA", "FR", "ES", "CH", "CZ", "ZZ");
    private static final List<String> DIAGNOSES =
            List.of("M545", "M545", "M544", "M511", "M480", "M543", "M513", "M543");
    private static final List<String> FINDINGS =
            Hosts.KNOWLEDGE.findings().stream().map(FindingDefinition::id).toList();
    private static final List<Facts.Medicine> MEDICINES =
            Facts.MEDICINES.values().stream().flatMap(List::stream).toList();
    private static final List<Facts.Product> PRODUCTS = Facts.PRODUCTS.values().stream()
            .filter(product -> !product.atc().isEmpty())
            .toList();
    private static final Patients STRANGER = Patients.unknownToUs();
    private static final Patients CAREFUL = Patients.withAcutePain();
    /** Plausible spans of measures. */
    private static final Map<String, double[]> MEASURES = measures();

    private RandomPatients() {}

    private static Map<String, double[]> measures() {
        Map<String, double[]> spans = new LinkedHashMap<>();
        spans.put("pain-nrs", new double[] {0, 10});
        spans.put("symptom-days", new double[] {0, 600});
        spans.put("egfr", new double[] {5, 120});
        spans.put("weight-kg", new double[] {40, 120});
        spans.put("systolic", new double[] {80, 200});
        spans.put("diastolic", new double[] {50, 120});
        spans.put("temperature-c", new double[] {35, 40});
        spans.put("haemoglobin-g-dl", new double[] {6, 18});
        spans.put("platelets", new double[] {10, 400});
        spans.put("weeks-pregnant", new double[] {0, 41});
        spans.keySet()
                .retainAll(Hosts.KNOWLEDGE.measures().stream()
                        .map(measure -> measure.id())
                        .toList());
        return spans;
    }

    static Patients next(SplittableRandom random) {
        Patients start = random.nextInt(10) == 0 ? STRANGER : CAREFUL;
        Map<String, Boolean> answers = new LinkedHashMap<>(start.answers());
        for (String finding : Patients.CONTEXT) {
            if (random.nextInt(4) == 0) {
                answers.put(finding, random.nextInt(4) != 0);
            }
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            answers.put(FINDINGS.get(random.nextInt(FINDINGS.size())), random.nextInt(3) != 0);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            answers.remove(FINDINGS.get(random.nextInt(FINDINGS.size())));
        }
        boolean diagnosed = random.nextInt(8) != 0;
        return new Patients(
                random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                random.nextInt(12) == 0 ? null : Integer.valueOf(random.nextInt(8, 95)),
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                diagnosed ? DIAGNOSES.get(random.nextInt(DIAGNOSES.size())) : null,
                diagnosed && random.nextInt(10) != 0,
                answers,
                measures(random),
                medicines(random),
                random.nextInt(5) == 0
                        ? List.of(new Coding(CodeSystem.ATC, medicine(random).atc()))
                        : List.of());
    }

    private static Map<String, Double> measures(SplittableRandom random) {
        Map<String, Double> measures = new LinkedHashMap<>();
        MEASURES.forEach((measure, span) -> {
            boolean common = measure.equals("pain-nrs") || measure.equals("symptom-days");
            if (random.nextInt(10) < (common ? 9 : 1)) {
                measures.put(measure, Math.floor(random.nextDouble(span[0], span[1] + 1)));
            }
        });
        return measures;
    }

    private static List<Coding> medicines(SplittableRandom random) {
        List<Coding> medicines = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Facts.Medicine medicine = medicine(random);
            if (random.nextInt(3) == 0) {
                medicines.add(new Coding(
                        CodeSystem.ATC,
                        PRODUCTS.get(random.nextInt(PRODUCTS.size())).atc().get(0)));
            } else if (random.nextBoolean() && !medicine.rxnorm().isEmpty()) {
                medicines.add(new Coding(CodeSystem.RXNORM, medicine.rxnorm()));
            } else {
                medicines.add(new Coding(CodeSystem.ATC, medicine.atc()));
            }
        }
        return medicines;
    }

    private static Facts.Medicine medicine(SplittableRandom random) {
        return MEDICINES.get(random.nextInt(MEDICINES.size()));
    }
}
