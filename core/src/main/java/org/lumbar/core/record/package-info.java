/**
 * What is written about a patient, before anyone says what it means. Start at
 * {@link org.lumbar.core.record.PatientRecord}. Codes stay codes here; findings are made from them next door.
 */
@NullMarked
package org.lumbar.core.record;

import org.jspecify.annotations.NullMarked;
