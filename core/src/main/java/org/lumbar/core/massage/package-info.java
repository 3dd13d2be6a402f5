/** Massage sessions for one patient. Start at {@link org.lumbar.core.massage.MassagePlanner}. */
@NullMarked
package org.lumbar.core.massage;

import org.jspecify.annotations.NullMarked;
