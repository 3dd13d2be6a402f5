package org.lumbar.server.account;

import java.util.Locale;

/** What someone does in the clinic; an account has one role. */
public enum Role {
    PHYSICIAN,
    /** Exercise instructor, masseur, physiotherapy nurse. */
    THERAPIST,
    SCHEDULER,
    PATIENT,
    /** Edits the knowledge base. */
    EDITOR,
    ADMINISTRATOR;

    /** The word for it in addresses, entries and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
