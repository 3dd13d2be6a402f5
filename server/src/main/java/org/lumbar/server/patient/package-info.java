/** What physicians do: find and register patients, ask, diagnose, plan and sign. Start at {@link org.lumbar.server.patient.Clinic}. */
@NullMarked
package org.lumbar.server.patient;

import org.jspecify.annotations.NullMarked;
