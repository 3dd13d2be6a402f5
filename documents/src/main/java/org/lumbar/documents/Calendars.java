package org.lumbar.documents;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How this program writes calendars. */
final class Calendars {

    private static final int HASH = 16;
    private static final int LINE = 75;
    private static final String CRLF = "\r\n";

    private Calendars() {}

    /** The calendar as text, in lines as long as the standard allows. */
    static String text(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return folded(text.toString());
    }

    /** Lines of at most 75 octets, as the standard asks; the library counts letters, of which a Russian one has two. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LINE);
        for (String line : text.split(CRLF, -1)) {
            int octets = 0;
            for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
                String letter = line.substring(i, line.offsetByCodePoints(i, 1));
                int more = letter.getBytes(StandardCharsets.UTF_8).length;
                if (octets + more > LINE) {
                    folded.append(CRLF).append(' ');
                    octets = 1;
                }
                folded.append(letter);
                octets += more;
            }
            folded.append(CRLF);
        }
        folded.setLength(folded.length() - CRLF.length());
        return folded.toString();
    }

    /** Who it is about, without saying so: identifiers end up on servers of others. */
    static String patient(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
