package org.lumbar.server.page;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** The words of the pages in one language, with plurals, dates and times as its readers write them. */
public final class Messages {

    /** The areas of the pages; each has a file of words in every language. */
    private static final List<String> AREAS = List.of(
            "pages",
            "care",
            "programme",
            "therapy",
            "my",
            "governance",
            "security",
            "appearance",
            "guide",
            "news",
            "opened");

    private static final Map<Language, Properties> TEXTS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            TEXTS.put(language, load(language));
        }
    }

    private final Language language;
    private final ZoneId zone;
    private final Locale locale;
    private final UnaryOperator<String> people;

    /** @param zone of the clinic, in which times are told */
    public Messages(Language language, ZoneId zone) {
        this(language, zone, UnaryOperator.identity());
    }

    /** @param people the names of people by their user names */
    public Messages(Language language, ZoneId zone, UnaryOperator<String> people) {
        this.language = language;
        this.zone = zone;
        this.people = people;
        this.locale = switch (language) {
            case EN -> Locale.UK;
            case RU -> Locale.of("ru", "RU");
        };
    }

    private static Properties load(Language language) {
        Properties all = new Properties();
        for (String area : AREAS) {
            Properties texts = load(area, language);
            for (String key : texts.stringPropertyNames()) {
                if (all.put(key, texts.getProperty(key)) != null) {
                    throw new IllegalStateException("Two texts for " + key + ", one of them in " + area);
                }
            }
        }
        return all;
    }

    private static Properties load(String area, Language language) {
        String name = "/org/lumbar/server/messages/" + area + "_" + language.code() + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is not whole: " + name + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static Properties texts(Language language) {
        Properties texts = TEXTS.get(language);
        if (texts == null) {
            throw new IllegalStateException("No texts for " + language);
        }
        return texts;
    }

    /** The same in another language. */
    public Messages in(Language other) {
        return other == language ? this : new Messages(other, zone, people);
    }

    public Language language() {
        return language;
    }

    /** How to name somebody to people: by name, or by user name where names are not known. */
    public String who(String username) {
        return people.apply(username);
    }

    /** True when there is a text of that key. */
    public boolean has(String key) {
        return texts(language).containsKey(key);
    }

    /**
     * A text without places to fill.
     *
     * @throws IllegalArgumentException when there is none of that key
     */
    public String say(String key) {
        String text = texts(language).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return text;
    }

    /** A text with one place filled; a number also chooses the plural form. */
    public String say(String key, String place, Object value) {
        return say(key, Map.of(place, value));
    }

    /** A text with its places filled; numbers also choose plural forms. */
    public String say(String key, Map<String, Object> values) {
        return new MessageFormat(say(key), locale).format(values);
    }

    public String say(LocalizedText text) {
        return text.in(language);
    }

    /** A day, such as 6 August 2026. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(locale)
                .format(date);
    }

    /** A day with its weekday, such as Thursday, 6 August. */
    public String weekday(LocalDate date) {
        return capital(DateTimeFormatter.ofPattern("EEEE, d MMMM", locale).format(date));
    }

    /** A day without its year, short. */
    public String dayMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM", locale).format(date);
    }

    /** A day, in figures, for tables. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy", locale).format(date);
    }

    /** A day of the clinic, in figures, for tables. */
    public String day(Instant at) {
        return shortDate(LocalDate.ofInstant(at, zone));
    }

    /** A moment as the clinic's clocks show it. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", locale).format(at.atZone(zone));
    }

    /** The text with a capital letter at its beginning. */
    public String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }
}
