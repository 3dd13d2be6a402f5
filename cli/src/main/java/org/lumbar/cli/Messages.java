package org.lumbar.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.lumbar.core.text.Language;

/** The words of the command itself, in one language. What it says of patients comes from the knowledge base. */
final class Messages {

    private final Language language;
    private final ResourceBundle bundle;

    Messages(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "org.lumbar.cli.messages",
                language == Language.EN ? Locale.ROOT : Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language that the arguments ask for, before they are parsed; English unless they name another one. */
    static Language languageOf(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String code = "";
            if (argument.startsWith("--lang=")) {
                code = argument.substring("--lang=".length());
            } else if (argument.equals("--lang") && i + 1 < arguments.size()) {
                code = arguments.get(i + 1);
            }
            if (Language.of(code).isPresent()) {
                return Language.of(code).get();
            }
        }
        return Language.EN;
    }

    Language language() {
        return language;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    String text(String key, Object... places) {
        String text = bundle.getString(key);
        return places.length == 0 ? text : String.format(Locale.of(language.code()), text, places);
    }
}
