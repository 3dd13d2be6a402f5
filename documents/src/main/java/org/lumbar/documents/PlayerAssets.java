package org.lumbar.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lumbar.figures.Palette;

/** Style and scripts of the session player: as files for a server, or put together for a page that needs nothing else. */
public final class PlayerAssets {

    /** Style sheet. */
    public static final String STYLE = "player.css";
    /** Makes the page a player before it is first painted. */
    public static final String BOOT = "boot.js";
    /** The module that a page starts; the others are what it imports, each after what it needs. */
    public static final String START = "page.js";

    private static final List<String> MODULES =
            List.of("machine.js", "figure.js", "sound.js", "results.js", "queue.js", "view.js", "instructor.js", START);

    /** What joins modules: between files of one folder only, so that they can also stand one after the other. */
    private static final Pattern IMPORT = Pattern.compile("(?ms)^import [^;]*;\\R");

    private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

    private PlayerAssets() {}

    /** The names of all files that a server has to offer side by side. */
    public static List<String> names() {
        return Stream.concat(Stream.of(STYLE, BOOT), MODULES.stream()).toList();
    }

    /**
     * The text of a file.
     *
     * @param name one of {@link #names()}
     */
    public static String read(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("The player has no file " + name);
        }
        if (name.equals(STYLE)) {
            return text(name) + contrast();
        }
        return text(name);
    }

    /** All modules as one. */
    static String bundle() {
        StringBuilder all = new StringBuilder();
        for (String module : MODULES) {
            String text = IMPORT.matcher(text(module)).replaceAll("");
            all.append(EXPORT.matcher(text).replaceAll(""));
        }
        return all.toString();
    }

    /** Lets a page of strict policy run or use exactly this text. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Figures of strong colours where the page has them. */
    private static String contrast() {
        String properties = Palette.HIGH_CONTRAST.properties();
        return "[data-theme=contrast]{" + properties + "}\n@media (prefers-contrast:more){[data-theme=auto]{"
                + properties + "}}\n";
    }

    private static String text(String name) {
        try (InputStream in = PlayerAssets.class.getResourceAsStream("player/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file player/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
