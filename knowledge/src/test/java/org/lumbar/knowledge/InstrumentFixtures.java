package org.lumbar.knowledge;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Scale;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.Change;
import org.lumbar.core.outcome.Result;

/** The instruments of the content, and short ways to score with them. */
final class InstrumentFixtures {

    static final List<Instrument> ALL = Knowledge.bundled().instruments();

    private InstrumentFixtures() {}

    static Instrument instrument(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    static Scale scale(String instrument, String id) {
        return instrument(instrument).scales().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Answers form(String instrument, @Nullable Integer... answers) {
        return Answers.of(instrument(instrument), Arrays.asList(answers));
    }

    /** The score; fails when there is none. */
    static double score(Answers answers, String scale) {
        return ((Result.Score) result(answers, scale)).value();
    }

    static Result result(Answers answers, String scale) {
        return answers.score(scale(answers.instrument().id(), scale));
    }

    static @Nullable String band(Answers answers, String scale) {
        return result(answers, scale) instanceof Result.Score score && score.band() != null
                ? score.band().id()
                : null;
    }

    static Change.Judged change(String instrument, String scale, double before, double now) {
        return (Change.Judged) Change.between(scale(instrument, scale), before, now, 2);
    }
}
