package org.lumbar.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.text.Language;
import org.lumbar.figures.Palette;

/** Values that an option can have, in the order in which they are shown and completed. */
abstract class Choices implements Iterable<String> {

    private final List<String> values;

    private <T> Choices(T[] all, Function<T, String> id) {
        this.values = Arrays.stream(all).map(id).toList();
    }

    @Override
    public Iterator<String> iterator() {
        return values.iterator();
    }

    static final class Palettes extends Choices {
        Palettes() {
            super(Palette.values(), Palette::id);
        }
    }

    static final class Standards extends Choices {
        Standards() {
            super(Standard.values(), Standard::id);
        }
    }

    static final class Languages extends Choices {
        Languages() {
            super(Language.values(), Language::code);
        }
    }

    static final class Formats extends Choices {
        Formats() {
            super(Format.values(), Format::id);
        }
    }

    static final class Verdicts extends Choices {
        Verdicts() {
            super(Claim.Verdict.values(), Claim.Verdict::id);
        }
    }

    static final class ClaimForms extends Choices {
        ClaimForms() {
            super(KnowledgeClaimsCommand.Form.values(), KnowledgeClaimsCommand.Form::id);
        }
    }

    static final class ScoreFormats extends Choices {
        ScoreFormats() {
            super(new Format[] {Format.TEXT, Format.JSON}, Format::id);
        }
    }

    /** Forms of exercises for those who do them. */
    static final class Papers extends Choices {
        static final String HTML = "html";
        static final String PDF = "pdf";

        Papers() {
            super(new String[] {HTML, PDF}, Function.identity());
        }
    }

    static final class ProgramFormats extends Choices {
        ProgramFormats() {
            super(
                    new String[] {Format.TEXT.id(), Papers.HTML, Papers.PDF, Format.ICS.id(), Format.JSON.id()},
                    Function.identity());
        }
    }

    static final class Settings extends Choices {
        Settings() {
            super(Setting.values(), Settings::id);
        }

        private static String id(Setting setting) {
            return setting.name().toLowerCase(Locale.ROOT);
        }

        static Optional<Setting> of(String id) {
            return Arrays.stream(Setting.values())
                    .filter(setting -> id(setting).equals(id))
                    .findFirst();
        }
    }

    static final class Colours extends Choices {
        Colours() {
            super(new String[] {"auto", "always", "never"}, Function.identity());
        }
    }
}
