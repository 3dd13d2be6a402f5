package org.lumbar.server.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Problems;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.springframework.util.MultiValueMap;

/**
 * What an editor types: a title, a reason and the texts of some files, kept as they were typed.
 *
 * @param id of the proposal
 * @param expected sequence of its last entry that the editor saw; 0 for a new one
 * @param files by path
 * @param add path of a file to be added to the form; may be empty
 * @param found what checking the content told
 * @param checked it was checked
 */
public record ChangeForm(
        String id,
        long expected,
        String title,
        String reason,
        Map<String, String> files,
        String add,
        List<Problems.Problem> found,
        boolean checked,
        List<Problem> problems) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_FILE = 400_000;

    public ChangeForm {
        files = new TreeMap<>(files);
        found = List.copyOf(found);
        problems = List.copyOf(problems);
    }

    static ChangeForm of(String id, long expected, String title, String reason, Map<String, String> files) {
        return new ChangeForm(id, expected, title, reason, files, "", List.of(), false, List.of());
    }

    /** What was sent. Browsers end lines their own way; files end each with a line feed. */
    static ChangeForm of(MultiValueMap<String, String> sent) {
        List<String> paths = sent.getOrDefault("file", List.of());
        List<String> texts = sent.getOrDefault("text", List.of());
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < Math.min(paths.size(), texts.size()); i++) {
            if (Edition.changeable(paths.get(i))) {
                files.put(paths.get(i), lines(texts.get(i)));
            }
        }
        String expected = first(sent, "expected");
        return new ChangeForm(
                first(sent, "id"),
                expected.matches("[0-9]{1,9}") ? Long.parseLong(expected) : 0,
                first(sent, "title"),
                first(sent, "reason"),
                files,
                first(sent, "add"),
                List.of(),
                false,
                List.of());
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static String lines(String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        return plain.endsWith("\n") || plain.isEmpty() ? plain : plain + "\n";
    }

    boolean right() {
        return problems.isEmpty();
    }

    ChangeForm with(Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new ChangeForm(id, expected, title, reason, files, add, found, checked, all);
    }

    ChangeForm with(String path, String text) {
        Map<String, String> all = new TreeMap<>(files);
        all.put(path, text);
        return new ChangeForm(id, expected, title, reason, all, "", found, checked, problems);
    }

    /** The same without a file. */
    ChangeForm without(String path) {
        Map<String, String> all = new TreeMap<>(files);
        all.remove(path);
        return new ChangeForm(id, expected, title, reason, all, "", found, checked, problems);
    }

    /** The same with what checking told. */
    ChangeForm checked(List<Problems.Problem> told) {
        return new ChangeForm(id, expected, title, reason, files, add, told, true, problems);
    }

    /** Checks everything but the content. */
    ChangeForm complete(Page page) {
        ChangeForm form = this;
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            form = form.with(new Problem("title", page.say("change.title.missing")));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            form = form.with(new Problem("reason", page.say("change.reason.missing")));
        }
        if (files.isEmpty()) {
            form = form.with(new Problem("add", page.say("change.files.missing")));
        }
        if (files.values().stream().anyMatch(text -> text.length() > LONGEST_FILE)) {
            form = form.with(new Problem("", page.say("change.files.long")));
        }
        return form;
    }

    /** True when the content was found to be wrong. */
    public boolean faulty() {
        return found.stream().anyMatch(problem -> !problem.warning());
    }

    /** What was told of a file. */
    public List<Problems.Problem> of(String path) {
        return found.stream().filter(problem -> problem.file().equals(path)).toList();
    }

    /** What was told of files that are not in the form. */
    public List<Problems.Problem> elsewhere() {
        return found.stream()
                .filter(problem -> !files.containsKey(problem.file()))
                .toList();
    }

    /** The line of a file that a problem is about. */
    public String line(Problems.Problem problem) {
        return files.getOrDefault(problem.file(), "")
                .lines()
                .skip(Math.max(0, problem.line() - 1))
                .findFirst()
                .orElse("");
    }

    /** What is wrong with a field; empty when it is right. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    public boolean wrong(String field) {
        return !problem(field).isEmpty();
    }
}
