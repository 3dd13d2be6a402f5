package org.lumbar.server;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.lumbar.core.text.Language;

/**
 * What the commands of the server say, in one language.
 *
 * @param bundle in which picocli finds the texts of its help
 */
record CommandTexts(Language language, ResourceBundle bundle) {

    /** The texts of a language, whatever that of the machine is. */
    static CommandTexts of(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.lumbar.server.commands",
                Locale.forLanguageTag(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new CommandTexts(language, bundle);
    }

    String say(String key) {
        return bundle.getString(key);
    }

    String say(String key, Map<String, Object> values) {
        return new MessageFormat(say(key), Locale.forLanguageTag(language.code())).format(values);
    }
}
