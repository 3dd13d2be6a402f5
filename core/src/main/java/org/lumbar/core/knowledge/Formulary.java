package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.LocalizedText;

/** Which medicines a country licenses. An item that is not listed is not known to be licensed or not. */
public record Formulary(String country, LocalizedText name, Map<String, Entry> medicines) implements Serializable {

    public Formulary {
        medicines = Map.copyOf(medicines);
    }

    /**
     * What a country says of a medicine.
     *
     * @param supply otc, prescription, mixed, pharmacy, supplement, cosmetic or none
     */
    public record Entry(
            boolean licensed, String supply, @Nullable LocalizedText note, Sources sources) implements Serializable {}
}
