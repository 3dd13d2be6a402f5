package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader needs besides the entry at hand: the content, the ids that exist in it and a place for problems. */
final class Reading {

    private final Content content;
    private final Ids ids;
    private final Problems problems;
    private final Map<String, Entry> opened = new LinkedHashMap<>();
    private @Nullable Map<String, String> notes;

    /** Begins to read content whose files are all in place ({@link Layout}). */
    Reading(Content content, Problems problems) {
        this.content = content;
        this.ids = Ids.of(content, problems);
        this.problems = problems;
    }

    Content content() {
        return content;
    }

    Ids ids() {
        return ids;
    }

    Problems problems() {
        return problems;
    }

    /** The entry of a file that is one mapping; readers of the same file share it. */
    Entry mapping(String file) {
        Entry entry = opened.get(file);
        if (entry == null) {
            Node.Fields fields = content.file(file) instanceof Node.Fields mapping ? mapping : Node.Fields.NONE;
            entry = new Entry(file, fields, this);
            opened.put(file, entry);
        }
        return entry;
    }

    /** The Russian of a note on what was not seen; null when there is none. */
    @Nullable
    String russianOf(String note) {
        if (notes == null) {
            notes = new HashMap<>();
            if (content.file(Entry.UNVERIFIED) instanceof Node.Items items) {
                items.nodes().forEach(this::addNote);
            }
        }
        return notes.get(note);
    }

    private void addNote(Node node) {
        if (notes != null
                && node instanceof Node.Fields fields
                && fields.get("en") instanceof Node.Text english
                && fields.get("ru") instanceof Node.Text russian
                && !russian.value().isBlank()) {
            notes.put(english.value(), russian.value());
        }
    }

    /** The entries of a file that is one list. */
    List<Entry> list(String file) {
        return content.file(file) instanceof Node.Items items ? Entry.all(file, items, "this file", this) : List.of();
    }

    /** The entries of all files in a folder, each of which is one mapping. */
    List<Entry> mappings(String folder) {
        List<Entry> entries = new ArrayList<>();
        for (String file : content.folder(folder).keySet()) {
            if (!Layout.isCases(file)) {
                entries.add(mapping(file));
            }
        }
        return entries;
    }

    /** The entries of all files in a folder, each of which is one list. */
    List<Entry> lists(String folder) {
        List<Entry> entries = new ArrayList<>();
        for (String file : content.folder(folder).keySet()) {
            entries.addAll(list(file));
        }
        return entries;
    }

    /** Reports what nobody read in the files that were opened. */
    void end() {
        for (Entry entry : opened.values()) {
            entry.end();
        }
    }
}
