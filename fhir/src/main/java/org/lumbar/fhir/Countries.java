package org.lumbar.fhir;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries as addresses name them. */
final class Countries {

    private static final Set<String> ALPHA_2 = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** The ISO 3166-1 alpha-2 code of a country that is written as a code or as an English or Russian name; else null. */
    static @Nullable String code(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        return ALPHA_2.contains(upper) ? upper : Names.BY_NAME.get(upper);
    }

    /** Loaded only when an address does not hold a two-letter code. */
    private static final class Names {
        static final Map<String, String> BY_NAME = new HashMap<>();

        static {
            for (String code : Locale.getISOCountries()) {
                Locale country = Locale.of("", code);
                BY_NAME.put(country.getISO3Country(), code);
                for (String language : new String[] {"en", "ru"}) {
                    BY_NAME.put(country.getDisplayCountry(Locale.of(language)).toUpperCase(Locale.ROOT), code);
                }
            }
            BY_NAME.put("RUSSIAN FEDERATION", "RU");
            BY_NAME.put("РОССИЙСКАЯ ФЕДЕРАЦИЯ", "RU");
            BY_NAME.put("РФ", "RU");
            BY_NAME.put("UNITED STATES OF AMERICA", "US");
            BY_NAME.put("США", "US");
            BY_NAME.put("UK", "GB");
            BY_NAME.put("GREAT BRITAIN", "GB");
            BY_NAME.put("БЕЛОРУССИЯ", "BY");
            BY_NAME.put("КИРГИЗИЯ", "KG");
        }
    }
}
