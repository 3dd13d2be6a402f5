package org.lumbar.server.governance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.knowledge.YamlText;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Form;
import org.springframework.util.MultiValueMap;

/** A statement of the sources in the text of its file, as a form shows and changes it. Everything else stays as it stands. */
final class StatementText {

    /** What is written as it stands in the file, in the order of the page. */
    static final List<String> PARTS = List.of("limits", "refuses", "held-by", "attempts");

    private static final List<String> VERDICTS =
            List.of(Verdict.values()).stream().map(Verdict::id).toList();
    private static final String VERDICT = "verdict";
    private static final String WHY = "why";
    private static final int LONGEST = 20_000;
    /** Characters of a line of words in a file. */
    private static final int LINE = 140;

    private final YamlText text;
    private final int at;

    private StatementText(YamlText text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The statement of this id; empty when the file has none. */
    static Optional<StatementText> of(String file, String id) {
        YamlText text = new YamlText(file);
        return IntStream.range(0, text.size())
                .filter(i -> text.value(i, "id").equals(Optional.of(id)))
                .mapToObj(i -> new StatementText(text, i))
                .findFirst();
    }

    /** The form filled with what the file says. */
    Form form() {
        Map<String, String> values = new HashMap<>();
        values.put(VERDICT, text.value(at, VERDICT).orElse(""));
        for (String language : List.of("en", "ru")) {
            values.put(WHY + "-" + language, text.value(at, WHY, language).orElse(""));
        }
        PARTS.forEach(part -> values.put(part, text.source(at, part)));
        return new Form(values, List.of());
    }

    /** What was sent, whole, with lines that end as those of files do. */
    static Form typed(MultiValueMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.toSingleValueMap()
                .forEach((name, value) -> values.put(
                        name,
                        value.substring(0, Math.min(value.length(), LONGEST))
                                .replace("\r\n", "\n")
                                .strip()));
        return new Form(values, List.of());
    }

    /** Checks the form; whether the content is whole with it is the question of the change. */
    Form check(Form form, Page page) {
        Form checked = form;
        if (!VERDICTS.contains(form.value(VERDICT))) {
            checked = checked.with(VERDICT, page, "classify.verdict.missing");
        }
        for (String field : List.of("why-en", "why-ru")) {
            if (form.value(field).isEmpty()) {
                checked = checked.with(field, page, "classify.why.missing");
            }
        }
        for (String part : PARTS) {
            try {
                text.with(form.value(part), at, part);
            } catch (IllegalArgumentException e) {
                checked = checked.with(part, page, "classify.part.wrong");
            }
        }
        return checked;
    }

    /** The text of the file after the form. */
    String with(Form form) {
        YamlText changed =
                changed(text, form.value(VERDICT), text.value(at, VERDICT).orElse(""), VERDICT);
        Form before = form();
        if (!form.value("why-en").equals(before.value("why-en"))
                || !form.value("why-ru").equals(before.value("why-ru"))) {
            String why = "en: >-\n" + folded(form.value("why-en")) + "\nru: >-\n" + folded(form.value("why-ru"));
            changed = changed.with(why, at, WHY);
        }
        for (String part : PARTS) {
            changed = changed(changed, form.value(part), before.value(part), part);
        }
        return changed.text();
    }

    private YamlText changed(YamlText before, String fresh, String old, String key) {
        return fresh.equals(old) ? before : before.with(fresh, at, key);
    }

    private static String folded(String words) {
        StringBuilder lines = new StringBuilder();
        int column = LINE;
        for (String word : words.strip().split("\\s+", -1)) {
            if (column + word.length() >= LINE) {
                lines.append(lines.isEmpty() ? "  " : "\n  ");
                column = 0;
            } else {
                lines.append(' ');
            }
            lines.append(word);
            column += word.length() + 1;
        }
        return lines.toString();
    }
}
