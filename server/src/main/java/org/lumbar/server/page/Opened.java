package org.lumbar.server.page;

import java.util.Locale;

/** Says in words what the journal names by its address or, where somebody was refused, by what was tried. */
public final class Opened {

    private Opened() {}

    /** The words; the name itself where there are none, as for a page of an earlier version of the program. */
    public static String inWords(String what, Messages messages) {
        String key = key(what);
        return messages.has(key) ? messages.say(key) : what;
    }

    /** The key of the words for an address with places, such as {@code /patients/{id}}. */
    static String key(String what) {
        String name = what.toLowerCase(Locale.ROOT).replaceAll("[{}]", "").replace('/', '.');
        return "opened" + (name.startsWith(".") ? "" : ".") + (name.equals(".") ? ".start" : name);
    }
}
