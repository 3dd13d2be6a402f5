package org.lumbar.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.text.LocalizedText;

/** Writes what is recommended: medicines as MedicationRequest, all else as ServiceRequest, both as proposals. */
final class Requests {

    static final String MEDICINE = "MedicationRequest";
    static final String SERVICE = "ServiceRequest";

    private final PlanSheet sheet;
    private final FhirJson json;
    private final Function<DoseAdvice, String> doseInWords;

    Requests(PlanSheet sheet, Function<DoseAdvice, String> doseInWords) {
        this.sheet = sheet;
        this.json = sheet.json();
        this.doseInWords = doseInWords;
    }

    static boolean isMedicine(Item item) {
        return item.dose() != null || !item.atc().isEmpty();
    }

    static String type(Item item) {
        return isMedicine(item) ? MEDICINE : SERVICE;
    }

    void write() throws IOException {
        for (Recommendation recommendation : sheet.plan().treatments()) {
            if (recommendation.status() == Status.RECOMMENDED) {
                Item item = recommendation.item();
                sheet.resource(type(item), item.id(), () -> request(recommendation));
            }
        }
    }

    private void request(Recommendation recommendation) throws IOException {
        Item item = recommendation.item();
        boolean medicine = isMedicine(item);
        json.text("status", "draft");
        json.text("intent", "proposal");
        json.concepts(
                "category", Names.CATEGORY, item.category(), sheet.wording().say("category." + item.category()));
        if (medicine) {
            medicine(sheet, "medicationCodeableConcept", item);
        } else {
            json.concept("code", Names.ITEM, item.id(), say(item.name()));
            course(item);
        }
        sheet.patient("subject");
        json.text("authoredOn", sheet.date());
        json.words("reasonCode", grounds(recommendation));
        json.entries("reasonReference", sheet.diagnoses());
        json.notes(notes(recommendation));
        String instruction = item.advice().stream().map(this::say).collect(Collectors.joining(" "));
        if (medicine) {
            dosage(recommendation, instruction);
        } else {
            json.text("patientInstruction", instruction);
        }
    }

    /** A medicine by its own id, and by its ATC code where it has just one. */
    static void medicine(PlanSheet sheet, String name, Item item) throws IOException {
        FhirJson json = sheet.json();
        json.object(name, () -> {
            List<String> atc = item.atc().size() == 1 ? item.atc() : List.of();
            json.array(
                    "coding",
                    Stream.concat(Stream.of(item.id()), atc.stream()).toList(),
                    code -> json.coding(code.equals(item.id()) ? Names.ITEM : Names.ATC, code, null));
            json.text("text", sheet.wording().say(item.name()));
        });
    }

    private List<String> grounds(Recommendation recommendation) {
        return recommendation.reasons().stream()
                .filter(reason -> !reason.caution())
                .map(sheet.wording()::say)
                .toList();
    }

    private List<String> notes(Recommendation recommendation) {
        Item item = recommendation.item();
        List<String> notes = new ArrayList<>();
        notes.add(say(item.about()));
        recommendation.reasons().stream()
                .filter(Reason::caution)
                .map(sheet.wording()::say)
                .forEach(notes::add);
        recommendation.gates().stream()
                .map(state -> sheet.fill("reason.gate", "gate", say(state.gate().name())))
                .forEach(notes::add);
        item.monitor().forEach(text -> notes.add(say(text)));
        item.stop().forEach(text -> notes.add(say(text)));
        return notes;
    }

    private void dosage(Recommendation recommendation, String instruction) throws IOException {
        DoseAdvice advice = recommendation.dose();
        if (advice == null) {
            if (!instruction.isEmpty()) {
                json.only("dosageInstruction", () -> json.text("patientInstruction", instruction));
            }
            return;
        }
        Dose dose = advice.dose();
        json.only("dosageInstruction", () -> {
            json.text("text", doseInWords.apply(advice));
            json.words(
                    "additionalInstruction",
                    advice.adjustments().stream().map(this::say).toList());
            json.text("patientInstruction", instruction);
            timing(dose);
            json.concept("route", Names.ROUTE, dose.route(), sheet.wording().say("route." + dose.route()));
            if (advice.ingredients().size() == 1) {
                amount(advice.ingredients().get(0));
            }
        });
    }

    private void timing(Dose dose) throws IOException {
        if (dose.timesPerDay() == null && dose.daysMax() == null) {
            return;
        }
        json.object(
                "timing",
                () -> json.object("repeat", () -> {
                    if (dose.daysMax() != null) {
                        json.object("boundsRange", () -> json.quantity("high", dose.daysMax(), "d"));
                    }
                    if (dose.timesPerDay() != null) {
                        times(dose.timesPerDay(), "d");
                    }
                }));
    }

    private void times(Dose.Range times, String unit) throws IOException {
        json.number("frequency", Math.rint(times.least()));
        if (times.most() > times.least()) {
            json.number("frequencyMax", Math.rint(times.most()));
        }
        json.number("period", 1);
        json.text("periodUnit", unit);
    }

    private void amount(DoseAdvice.IngredientDose ingredient) throws IOException {
        if (ingredient.perDoseMg() != null) {
            json.only("doseAndRate", () -> {
                if (ingredient.perDoseMg().least() == ingredient.perDoseMg().most()) {
                    json.quantity("doseQuantity", ingredient.perDoseMg().most(), "mg");
                } else {
                    json.range("doseRange", ingredient.perDoseMg(), "mg");
                }
            });
        }
        if (ingredient.perDayMaxMg() != null) {
            json.object("maxDosePerPeriod", () -> {
                json.quantity("numerator", ingredient.perDayMaxMg(), "mg");
                json.quantity("denominator", 1, "d");
            });
        }
    }

    private void course(Item item) throws IOException {
        Course course = item.course();
        if (course == null) {
            return;
        }
        if (course.sessionsMax() != null) {
            json.object("quantityRange", () -> json.quantity("high", course.sessionsMax(), "{session}"));
        }
        if (course.minutes() != null || course.perWeekMax() != null) {
            json.object(
                    "occurrenceTiming",
                    () -> json.object("repeat", () -> {
                        if (course.minutes() != null) {
                            json.number("duration", course.minutes().least());
                            json.number("durationMax", course.minutes().most());
                            json.text("durationUnit", "min");
                        }
                        if (course.perWeekMax() != null) {
                            times(new Dose.Range(1, course.perWeekMax()), "wk");
                        }
                    }));
        }
    }

    private String say(LocalizedText text) {
        return sheet.wording().say(text);
    }
}
