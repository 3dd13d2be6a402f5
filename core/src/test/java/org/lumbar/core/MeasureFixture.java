package org.lumbar.core;

import static org.lumbar.core.CoreFixtures.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Measure.Conversion;
import org.lumbar.core.knowledge.Measure.SameDay;

/** A measure in the making: in "u" from 0 to 100, read from the LOINC code that is its id, unless said otherwise. */
public final class MeasureFixture {

    private final String id;
    private final List<Conversion> conversions = new ArrayList<>(List.of(new Conversion("u", 1, 0)));
    private @Nullable String defaultUnit;
    private double least = 0;
    private double most = 100;
    private @Nullable Integer validDays;
    private SameDay sameDay = SameDay.NEWEST;
    private boolean scale;
    private @Nullable Double growsPerDay;
    private boolean hasQuestion = true;

    private MeasureFixture(String id) {
        this.id = id;
    }

    public static MeasureFixture measure(String id) {
        return new MeasureFixture(id);
    }

    public MeasureFixture alsoIn(String unit, double factor, double offset) {
        conversions.add(new Conversion(unit, factor, offset));
        return this;
    }

    public MeasureFixture defaultUnit(String unit) {
        defaultUnit = unit;
        return this;
    }

    public MeasureFixture between(double lowest, double highest) {
        least = lowest;
        most = highest;
        return this;
    }

    public MeasureFixture validDays(int days) {
        validDays = days;
        return this;
    }

    public MeasureFixture sameDay(SameDay which) {
        sameDay = which;
        return this;
    }

    public MeasureFixture scale() {
        scale = true;
        return this;
    }

    public MeasureFixture growsPerDay(double amount) {
        growsPerDay = amount;
        return this;
    }

    public MeasureFixture withoutQuestion() {
        hasQuestion = false;
        return this;
    }

    public Measure build() {
        return new Measure(
                id,
                text(id),
                "u",
                List.of(id),
                conversions,
                defaultUnit,
                least,
                most,
                validDays,
                sameDay,
                scale,
                growsPerDay,
                hasQuestion ? text(id + "?") : null,
                AskedOf.PATIENT);
    }
}
