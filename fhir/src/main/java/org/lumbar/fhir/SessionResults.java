package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.PerformedSession;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.fhir.SessionResult.Morning;
import org.lumbar.fhir.SessionResult.OfProgramme;

/** Reads the bundles that the page of a session writes, and makes of them what the next programme looks at. */
public final class SessionResults {

    private final Cursor in;
    private @Nullable String patient;
    private @Nullable ResultForm session;
    private final List<String> warnings = new ArrayList<>();
    private int entries;

    private SessionResults(Cursor in) {
        this.in = in;
    }

    /**
     * Reads one bundle. The stream stays open.
     *
     * @throws UnusableRecord when it is not the result of one session
     * @throws IOException when the stream cannot be read
     */
    public static SessionResult read(InputStream input) throws IOException {
        return read(Json.FACTORY.createParser(input));
    }

    /**
     * Reads one bundle.
     *
     * @throws UnusableRecord when it is not the result of one session
     */
    public static SessionResult read(byte[] bundle) {
        try {
            return read(Json.FACTORY.createParser(bundle));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static SessionResult read(JsonParser source) throws IOException {
        Place place = Place.inFile();
        try (JsonParser parser = source) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw place.refuseText("refused.result-no-object");
            }
            return new SessionResults(new Cursor(parser, place)).bundle();
        } catch (IOException e) {
            throw BundleReader.unusable(e, place);
        }
    }

    private SessionResult bundle() throws IOException {
        for (String field = in.field(); field != null; field = in.field()) {
            if (field.equals("entry") && in.array()) {
                while (in.element()) {
                    entry();
                    entries++;
                }
            } else if (!field.equals("entry")) {
                in.skip();
            }
        }
        if (patient == null || session == null) {
            throw in.place().refuseText("refused.no-result");
        }
        return session.result(patient, warnings);
    }

    private void entry() throws IOException {
        for (String field = in.field(); field != null; field = in.field()) {
            if (field.equals("resource") && in.object()) {
                in.resource((type, resource) -> {
                    resource(type, resource);
                    return null;
                });
                in.place().leave();
                in.tellFromStart();
            } else if (!field.equals("resource")) {
                in.skip();
            }
        }
    }

    private void resource(String type, Cursor resource) throws IOException {
        resource.place().enter(type, entries);
        resource.tellFromHere();
        switch (type) {
            case "Patient" -> patient(resource);
            case "QuestionnaireResponse" -> {
                ResultForm form = ResultForm.read(resource);
                if (form.isSession() && session != null) {
                    throw resource.place().refuse("", "refused.second-session", Map.of());
                }
                session = form.isSession() ? form : session;
                if (form.isIntake()) {
                    warnings.addAll(form.yes());
                }
            }
            default -> resource.skipRestOfObject();
        }
    }

    private void patient(Cursor resource) throws IOException {
        for (String field = resource.field(); field != null; field = resource.field()) {
            if (field.equals("id")) {
                patient = resource.text();
            } else {
                resource.skip();
            }
        }
    }

    /**
     * The sessions of some results, oldest first, each with its next morning where a later result tells it. The same result
     * given twice counts once.
     */
    public static List<PerformedSession> sessions(Collection<SessionResult> results) {
        Map<LocalDate, Double> mornings = mornings(results);
        return results.stream()
                .distinct()
                .map(SessionResult::session)
                .sorted(Comparator.comparing(PerformedSession::on))
                .map(session -> session.withNextMorning(mornings.get(session.on())))
                .toList();
    }

    /** Pain on the morning after, by the day of the session, as far as later results tell it; the worst when several do. */
    public static Map<LocalDate, Double> mornings(Collection<SessionResult> results) {
        Map<LocalDate, Double> mornings = new LinkedHashMap<>();
        for (SessionResult result : results) {
            Morning morning = result.morning();
            if (morning != null) {
                day(morning, result, results).ifPresent(day -> mornings.merge(day, morning.pain(), Math::max));
            }
        }
        return mornings;
    }

    /** The day whose next morning is meant: the one that is named, else the last one with a session before that of the answer. */
    private static Optional<LocalDate> day(Morning morning, SessionResult told, Collection<SessionResult> results) {
        if (morning.day() != null) {
            return Optional.of(morning.day());
        }
        return results.stream()
                .map(result -> result.session().on())
                .filter(day -> day.isBefore(told.session().on()))
                .max(Comparator.naturalOrder());
    }

    /**
     * What the next programme looks at: the load is the newest that the results or the earlier history tell of.
     *
     * @param earlier what was done before; null when the results are all there is
     * @return empty when neither tells of a load: none of the sessions was part of a programme
     */
    public static Optional<ProgrammeHistory> history(
            Collection<SessionResult> results, @Nullable ProgrammeHistory earlier) {
        Stream<OfProgramme> told = results.stream().flatMap(result -> Stream.ofNullable(result.programme()));
        Stream<OfProgramme> before =
                Stream.ofNullable(earlier).map(history -> new OfProgramme(history.load(), history.changed()));
        List<PerformedSession> sessions = new ArrayList<>(earlier == null ? List.of() : earlier.sessions());
        sessions.addAll(sessions(results));
        return Stream.concat(before, told)
                .max(Comparator.comparing(OfProgramme::changed))
                .map(newest -> new ProgrammeHistory(newest.load(), newest.changed(), sessions));
    }
}
