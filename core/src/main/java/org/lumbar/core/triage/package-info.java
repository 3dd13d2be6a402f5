/**
 * May we treat at all? Start at {@link org.lumbar.core.triage.Triage#decide}.
 */
@NullMarked
package org.lumbar.core.triage;

import org.jspecify.annotations.NullMarked;
