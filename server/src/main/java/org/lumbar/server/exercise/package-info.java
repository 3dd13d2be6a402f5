/**
 * The exercise programme of a patient and its sessions. Start at {@link org.lumbar.server.exercise.Programmes}: it says what a
 * patient does today, from the signed plan, what the chart says today and the sessions so far.
 */
@NullMarked
package org.lumbar.server.exercise;

import org.jspecify.annotations.NullMarked;
