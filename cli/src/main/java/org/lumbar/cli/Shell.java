package org.lumbar.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.knowledge.Spelling;

/** What every command works with: the terminal, and the words in the language of the person at it. */
record Shell(Terminal terminal, Messages messages) {

    /** Ends the command because of how it was called. */
    Failure wrongUsage(String key, Object... places) {
        return new Failure(Exit.USAGE, messages.text(key, places));
    }

    /** Ends the command because an option has a value that does not exist. */
    Failure wrongValue(String option, String value, Choices choices) {
        return wrongUsage("usage.value", option, value, String.join(", ", choices));
    }

    /** Ends the command because no item has the id: tells those that it is part of, else the one spelled most like it. */
    Failure unknownItem(String id, Collection<String> ids) {
        List<String> near = ids.stream().filter(one -> one.contains(id)).toList();
        if (near.isEmpty()) {
            near = Spelling.nearest(id, ids).stream().toList();
        }
        String advice = near.isEmpty()
                ? messages.text("error.item-none")
                : messages.text("error.item-maybe", String.join(", ", near));
        return wrongUsage("error.item", id, advice);
    }

    /** Ends the command because of what it was given to read. */
    Failure wrongInput(String key, Object... places) {
        return new Failure(Exit.INPUT, messages.text(key, places));
    }

    /** Ends the command because a file, or standard input, is no such record. */
    Failure unusable(Object file, UnusableRecord problem) {
        return wrongInput("error.record", file, problem.in(messages.language()));
    }

    /** Ends the command unless the folder holds knowledge. */
    void requireKnowledge(Path folder) {
        if (!Files.isRegularFile(folder.resolve("knowledge.yaml"))) {
            throw wrongInput("error.no-knowledge", folder);
        }
    }

    /** Prints text to standard output. */
    void print(String text) {
        try (Destination destination = Destination.standardOutput(terminal.out())) {
            destination.write(text.getBytes(StandardCharsets.UTF_8));
            destination.finish();
        }
    }
}
