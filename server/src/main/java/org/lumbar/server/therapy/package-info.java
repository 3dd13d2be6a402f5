/** The therapists' place: the day's treatments, their records and what stops them. Start at {@link org.lumbar.server.therapy.DayBook}. */
@NullMarked
package org.lumbar.server.therapy;

import org.jspecify.annotations.NullMarked;
