package org.lumbar.server.account;

import static org.lumbar.server.account.Role.ADMINISTRATOR;
import static org.lumbar.server.account.Role.EDITOR;
import static org.lumbar.server.account.Role.PATIENT;
import static org.lumbar.server.account.Role.PHYSICIAN;
import static org.lumbar.server.account.Role.SCHEDULER;
import static org.lumbar.server.account.Role.THERAPIST;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Who may open what. What is not named here is open to nobody. */
public final class Access {

    /**
     * An address and the roles that may use it.
     *
     * @param pattern as Spring writes it
     * @param roles empty for everybody, signed in or not
     */
    public record Route(HttpMethod method, String pattern, Set<Role> roles) {
        public Route {
            roles = Set.copyOf(roles);
        }
    }

    private static final Set<Role> EVERYBODY = Set.of();
    private static final Set<Role> SIGNED_IN = EnumSet.allOf(Role.class);

    private static final List<Route> ROUTES = List.of(
            get("/assets/**", EVERYBODY),
            get("/health", EVERYBODY),
            get("/sign-in", EVERYBODY),
            post("/sign-in", EVERYBODY),
            post("/sign-out", SIGNED_IN),
            get("/", SIGNED_IN),
            get("/session", SIGNED_IN),
            get("/kept-form", SIGNED_IN),
            post("/kept-form", SIGNED_IN),
            get("/password", SIGNED_IN),
            post("/password", SIGNED_IN),
            // Second factors and other ways to sign in
            get("/sign-in/code", EVERYBODY),
            post("/sign-in/code", EVERYBODY),
            get("/second-factor", SIGNED_IN),
            post("/second-factor", SIGNED_IN),
            // Appearance, help and news
            get("/appearance", EVERYBODY),
            post("/appearance", EVERYBODY),
            get("/help", EVERYBODY),
            post("/help", EVERYBODY),
            get("/newsletter", EVERYBODY),
            post("/newsletter", EVERYBODY),
            get("/newsletter/sent", EVERYBODY),
            get("/newsletter/{token}", EVERYBODY),
            post("/newsletter/{token}", EVERYBODY),
            // Physicians
            get("/patients", Set.of(PHYSICIAN, THERAPIST, SCHEDULER)),
            get("/patients/new", Set.of(PHYSICIAN, SCHEDULER)),
            post("/patients/new", Set.of(PHYSICIAN, SCHEDULER)),
            get("/patients/{id}", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/interview", Set.of(PHYSICIAN)),
            post("/patients/{id}/interview", Set.of(PHYSICIAN)),
            get("/patients/{id}/diagnosis", Set.of(PHYSICIAN)),
            post("/patients/{id}/diagnosis", Set.of(PHYSICIAN)),
            get("/patients/{id}/record", Set.of(PHYSICIAN)),
            post("/patients/{id}/record", Set.of(PHYSICIAN)),
            get("/patients/{id}/plan", Set.of(PHYSICIAN)),
            post("/patients/{id}/plan", Set.of(PHYSICIAN)),
            get("/patients/{id}/plan/{item}", Set.of(PHYSICIAN)),
            get("/patients/{id}/plan/{item}/override", Set.of(PHYSICIAN)),
            post("/patients/{id}/plan/{item}/override", Set.of(PHYSICIAN)),
            get("/patients/{id}/plan/{item}/order", Set.of(PHYSICIAN)),
            post("/patients/{id}/plan/{item}/order", Set.of(PHYSICIAN)),
            get("/patients/{id}/emergency", Set.of(PHYSICIAN)),
            post("/patients/{id}/emergency", Set.of(PHYSICIAN)),
            get("/patients/{id}/draft.pdf", Set.of(PHYSICIAN)),
            get("/patients/{id}/sign", Set.of(PHYSICIAN)),
            post("/patients/{id}/sign", Set.of(PHYSICIAN)),
            get("/patients/{id}/plans/{version}", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/letters/{kind}", Set.of(PHYSICIAN)),
            get("/patients/{id}/letters/{kind}/letter.pdf", Set.of(PHYSICIAN)),
            get("/patients/{id}/plans/{version}/patient", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/plans/{version}/patient.pdf", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/plans/{version}/changes", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/plans/{version}/sheet.pdf", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/history", Set.of(PHYSICIAN)),
            get("/patients/{id}/record.json", Set.of(PHYSICIAN)),
            // The exercise programme
            get("/patients/{id}/programme", Set.of(PHYSICIAN, THERAPIST)),
            post("/patients/{id}/programme", Set.of(PHYSICIAN, THERAPIST)),
            post("/patients/{id}/programme/sign", Set.of(PHYSICIAN, THERAPIST)),
            get("/figures/{movement}/poses.svg", EVERYBODY),
            get("/figures/{movement}/moving.svg", EVERYBODY),
            get("/player/{file}", EVERYBODY),
            // Therapists
            get("/day", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/treatments", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/treatments/{item}", Set.of(PHYSICIAN, THERAPIST)),
            post("/patients/{id}/treatments/{item}", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/massage", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/technique", Set.of(PHYSICIAN, THERAPIST)),
            post("/patients/{id}/technique", Set.of(PHYSICIAN, THERAPIST)),
            get("/patients/{id}/lesson", Set.of(PHYSICIAN, THERAPIST)),
            get("/group", Set.of(PHYSICIAN, THERAPIST)),
            get("/group/lesson", Set.of(PHYSICIAN, THERAPIST)),
            get("/figures/{figure}", SIGNED_IN),
            get("/patients/{id}/flags", Set.of(PHYSICIAN, THERAPIST)),
            post("/patients/{id}/flags", Set.of(PHYSICIAN)),
            // Patients
            get("/my", Set.of(PATIENT)),
            get("/my/today", Set.of(PATIENT)),
            get("/my/session/{session}", Set.of(PATIENT)),
            post("/my/session/{session}", Set.of(PATIENT)),
            get("/my/sessions/{number}", Set.of(PATIENT)),
            get("/my/diary", Set.of(PATIENT)),
            post("/my/diary", Set.of(PATIENT)),
            get("/my/questionnaires", Set.of(PATIENT)),
            get("/my/questionnaires/{instrument}", Set.of(PATIENT)),
            post("/my/questionnaires/{instrument}", Set.of(PATIENT)),
            get("/my/worse", Set.of(PATIENT)),
            post("/my/worse", Set.of(PATIENT)),
            get("/my/worse/{number}", Set.of(PATIENT)),
            get("/my/plans", Set.of(PATIENT)),
            get("/my/plans/{version}/sheet.pdf", Set.of(PATIENT)),
            get("/my/programme.pdf", Set.of(PATIENT)),
            get("/my/calendar", Set.of(PATIENT)),
            post("/my/calendar", Set.of(PATIENT)),
            get("/calendar/{token}.ics", EVERYBODY),
            get("/patients/{id}/access", Set.of(PHYSICIAN, SCHEDULER)),
            post("/patients/{id}/access", Set.of(PHYSICIAN, SCHEDULER)),
            // Knowledge and its government
            get("/knowledge", EVERYBODY),
            get("/knowledge/sources", EVERYBODY),
            get("/knowledge/sources/{claim}", Set.of(EDITOR)),
            post("/knowledge/sources/{claim}", Set.of(EDITOR)),
            get("/knowledge/publications", EVERYBODY),
            post("/knowledge/publications", Set.of(EDITOR)),
            post("/knowledge/publications/{publication}", Set.of(EDITOR)),
            get("/knowledge/report", EVERYBODY),
            post("/knowledge/report", EVERYBODY),
            get("/knowledge/report/thanks", EVERYBODY),
            get("/knowledge/changes", Set.of(EDITOR)),
            post("/knowledge/changes", Set.of(EDITOR)),
            get("/knowledge/changes/new", Set.of(EDITOR)),
            get("/knowledge/changes/{change}", Set.of(EDITOR)),
            post("/knowledge/changes/{change}", Set.of(EDITOR)),
            get("/knowledge/editions/{edition}", Set.of(EDITOR)),
            post("/knowledge/editions/{edition}", Set.of(EDITOR)),
            get("/knowledge/notices", Set.of(PHYSICIAN)),
            post("/patients/{id}/notices", Set.of(PHYSICIAN)),
            get("/knowledge/reports", Set.of(EDITOR)),
            get("/knowledge/reports/{report}", Set.of(EDITOR)),
            post("/knowledge/reports/{report}", Set.of(EDITOR)),
            get("/knowledge/rules", Set.of(PHYSICIAN, EDITOR)),
            get("/knowledge/{item}", EVERYBODY),
            get("/knowledge/{item}/pose", Set.of(EDITOR)),
            post("/knowledge/{item}/pose", Set.of(EDITOR)),
            // Administration and operation
            get("/accounts", Set.of(ADMINISTRATOR)),
            post("/accounts", Set.of(ADMINISTRATOR)),
            get("/accounts/{username}", Set.of(ADMINISTRATOR)),
            post("/accounts/{username}", Set.of(ADMINISTRATOR)),
            post("/accounts/{username}/unlock", Set.of(ADMINISTRATOR)),
            get("/journal", Set.of(ADMINISTRATOR)),
            get("/letters", Set.of(ADMINISTRATOR)),
            post("/letters", Set.of(ADMINISTRATOR)));

    private Access() {}

    private static Route get(String pattern, Set<Role> roles) {
        return new Route(HttpMethod.GET, pattern, roles);
    }

    private static Route post(String pattern, Set<Role> roles) {
        return new Route(HttpMethod.POST, pattern, roles);
    }

    /** Every route; of two that fit an address, the first counts. */
    public static List<Route> routes() {
        return ROUTES;
    }

    /** Where someone begins. */
    public static String start(Role role) {
        return switch (role) {
            case PHYSICIAN, SCHEDULER -> "/patients";
            case THERAPIST -> "/day";
            case PATIENT -> "/my/today";
            case EDITOR -> "/knowledge";
            case ADMINISTRATOR -> "/accounts";
        };
    }
}
