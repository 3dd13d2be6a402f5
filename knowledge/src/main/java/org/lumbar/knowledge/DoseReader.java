package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Substance.Ceiling;
import org.lumbar.core.logic.Expression;

/** Reads how a medicine is given and how much of it at most. */
final class DoseReader {

    private static final List<String> ROUTES = List.of("oral", "im", "iv", "rectal", "cutaneous", "injection-local");

    private DoseReader() {}

    static @Nullable Dose dose(Entry item) {
        Entry dose = item.entryOrNull("dose");
        if (dose == null) {
            return null;
        }
        Dose result = new Dose(
                dose.word("route", null, ROUTES),
                dose.localizedOrNull("form"),
                ingredients(dose),
                dose.rangeOrNull("times-per-day"),
                dose.amountOrNull("hours-between"),
                dose.wholeOrNull("days-max"),
                dose.wholeOrNull("days-review"),
                dose.localizedOrNull("amount"),
                dose.amountOrNull("grams-per-day-max"),
                ceilings(dose, null),
                adjustments(dose));
        dose.end();
        return result;
    }

    private static List<Dose.Ingredient> ingredients(Entry dose) {
        List<Dose.Ingredient> ingredients = new ArrayList<>(1);
        for (Entry ingredient : dose.entries("ingredients")) {
            ingredients.add(new Dose.Ingredient(
                    ingredient.id("substance", Ids.Kind.SUBSTANCE), ingredient.rangeOrNull("per-dose-mg")));
            ingredient.end();
        }
        return ingredients;
    }

    private static List<Dose.Adjustment> adjustments(Entry dose) {
        List<Dose.Adjustment> adjustments = new ArrayList<>(2);
        for (Entry adjustment : dose.entries("adjust")) {
            adjustments.add(new Dose.Adjustment(
                    Expressions.read(adjustment, "when", Expression.ALWAYS),
                    adjustment.localized("text"),
                    change(adjustment, dose.entries("ingredients").size())));
            adjustment.sources(true);
            adjustment.end();
        }
        return adjustments;
    }

    private static Dose.@Nullable Change change(Entry adjustment, int ingredients) {
        Entry give = adjustment.entryOrNull("give");
        if (give == null) {
            return null;
        }
        Dose.Change change = new Dose.Change(
                give.flag("lowest", false),
                give.rangeOrNull("per-dose-mg"),
                give.rangeOrNull("times-per-day"),
                give.amountOrNull("hours-between"),
                give.amountOrNull("mg-per-kg"),
                give.amountOrNull("mg-per-kg-day"));
        if (ingredients > 1
                && (change.perDoseMg() != null || change.mgPerKg() != null || change.mgPerKgDay() != null)) {
            adjustment.error(
                    "give",
                    "states milligrams where the dose has " + ingredients + " ingredients",
                    "write lowest: true or times-per-day");
        }
        give.end();
        return change;
    }

    /** @param substance whose ceilings they are; null when each names its own */
    static List<Ceiling> ceilings(Entry owner, @Nullable String substance) {
        List<Ceiling> ceilings = new ArrayList<>(2);
        for (Entry ceiling : owner.entries("ceilings")) {
            ceilings.add(new Ceiling(
                    substance == null ? ceiling.id("substance", Ids.Kind.SUBSTANCE) : substance,
                    ceiling.amount("mg-per-day"),
                    Expressions.read(ceiling, "when", Expression.ALWAYS),
                    ceiling.words("country"),
                    ceiling.sources(true)));
            ceiling.localizedOrNull("note");
            ceiling.end();
        }
        return ceilings;
    }
}
