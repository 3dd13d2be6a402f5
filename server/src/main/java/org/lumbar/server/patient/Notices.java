package org.lumbar.server.patient;

import java.time.LocalDate;
import java.util.List;

/** What physicians are told of changes of the knowledge base that change plans of their patients. */
public interface Notices {

    /**
     * An item whose place in a plan changes.
     *
     * @param from id of its status before
     * @param to id of its status afterwards; the same when only its dose changes
     * @param signed it stands in the newest signed plan
     */
    record Shift(String item, String from, String to, boolean signed) {}

    /**
     * A change that nobody has seen to yet.
     *
     * @param edition its number
     * @param effective first day on which it is in force
     * @param undone it takes an earlier one back
     */
    record Notice(String patient, int edition, LocalDate effective, String title, boolean undone, List<Shift> shifts) {
        public Notice {
            shifts = List.copyOf(shifts);
        }

        public boolean signed() {
            return shifts.stream().anyMatch(Shift::signed);
        }
    }

    /** The notices about a patient, the oldest first. */
    List<Notice> about(String patient);

    /** Every notice, those first that concern a signed plan. */
    List<Notice> all();

    /** Someone has seen to a notice. */
    void seen(String patient, int edition, String author);
}
