package org.lumbar.chart;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name as it sounds, roughly, in Latin letters, so that a search finds it however it was spelt: Cyrillic or transliterated
 * by any of the customary systems, with ё or е, with or without accents. Different names may give one key; the same name never
 * gives two that do not begin alike.
 */
public final class SearchKey {

    /**
     * Spellings and the sound that they mean, in the order in which they are replaced. The letters w and q, free once they are
     * replaced themselves, stand for the sounds of ч and ц.
     */
    private static final String[][] SOUNDS = {
        {"w", "v"},
        {"q", "k"},
        {"x", "ks"},
        {"ph", "f"},
        {"ck", "k"},
        {"shch", "s"},
        {"sch", "s"},
        {"sh", "s"},
        {"tch", "w"},
        {"ch", "w"},
        {"kh", "h"},
        {"zh", "z"},
        {"tz", "q"},
        {"ts", "q"},
        {"ca", "ka"},
        {"co", "ko"},
        {"cu", "ku"},
        {"cl", "kl"},
        {"cr", "kr"},
        {"c", "q"},
        {"y", "i"},
        {"j", "i"},
        {"ii", "i"},
        {"iu", "u"},
        {"ia", "a"},
        {"io", "e"},
        {"ie", "e"},
    };

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    private SearchKey() {}

    /** The words of a text as keys, each with a space before it. */
    public static String of(String text) {
        return words(text).stream().map(word -> " " + word).collect(Collectors.joining());
    }

    /** The words of a text as keys. */
    static List<String> words(String text) {
        return WORD.matcher(latin(text))
                .results()
                .map(word -> sound(word.group()))
                .toList();
    }

    /** What names are sorted by: as the alphabet has them, ё with е. */
    static String sortKey(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static String latin(String text) {
        // Composed first, so that й and ё are single letters when the marks of other letters are dropped.
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder();
        lower.codePoints().forEach(letter -> latin.append(latin(letter)));
        return Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    private static String latin(int letter) {
        return switch (letter) {
            case 'а' -> "a";
            case 'б' -> "b";
            case 'в' -> "v";
            case 'г' -> "g";
            case 'д' -> "d";
            case 'е', 'ё', 'э' -> "e";
            case 'ж', 'з' -> "z";
            case 'и', 'й', 'ы' -> "i";
            case 'к' -> "k";
            case 'л' -> "l";
            case 'м' -> "m";
            case 'н' -> "n";
            case 'о' -> "o";
            case 'п' -> "p";
            case 'р' -> "r";
            case 'с' -> "s";
            case 'т' -> "t";
            case 'у' -> "u";
            case 'ф' -> "f";
            case 'х' -> "h";
            case 'ц' -> "c";
            case 'ч' -> "ch";
            case 'ш' -> "sh";
            case 'щ' -> "shch";
            case 'ъ', 'ь', '\'', '’' -> "";
            case 'ю' -> "yu";
            case 'я' -> "ya";
            case 'ß' -> "ss";
            default -> Character.toString(letter);
        };
    }

    private static String sound(String word) {
        String sound = word;
        for (String[] spelling : SOUNDS) {
            sound = sound.replace(spelling[0], spelling[1]);
        }
        return sound.replaceAll("(.)\\1+", "$1");
    }
}
