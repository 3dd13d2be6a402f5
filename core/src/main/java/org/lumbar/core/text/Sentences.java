package org.lumbar.core.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of the program itself, in every language: {@code NAME.properties} and {@code NAME_ru.properties} beside the class
 * that says them. {@code {place}} is filled with a value.
 */
public final class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Class<?> owner;
    private final String path;

    private Sentences(Class<?> owner, String path) {
        this.owner = owner;
        this.path = path;
    }

    /** Reads nothing before a sentence is said, as most inputs are well. */
    public static Sentences beside(Class<?> owner, String name) {
        return new Sentences(owner, owner.getPackageName() + "." + name);
    }

    /** A sentence without places. */
    public LocalizedText say(String key) {
        return say(key, Map.of());
    }

    /**
     * A sentence with its places filled.
     *
     * @param values by place; a {@link LocalizedText} is said in each language, anything else stands as it is in both
     */
    public LocalizedText say(String key, Map<String, Object> values) {
        return new LocalizedText(in(Language.EN, key, values), in(Language.RU, key, values));
    }

    private String in(Language language, String key, Map<String, Object> values) {
        ResourceBundle sentences = ResourceBundle.getBundle(
                path,
                language == Language.EN ? Locale.ROOT : Locale.of(language.code()),
                owner.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return PLACE.matcher(sentences.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(value(place, values, language)));
    }

    private static String value(MatchResult place, Map<String, Object> values, Language language) {
        Object value = values.get(place.group(1));
        return value instanceof LocalizedText text ? text.in(language) : String.valueOf(value);
    }
}
