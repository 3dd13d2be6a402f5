/**
 * Three-valued logic. Start at {@link org.lumbar.core.logic.Expression}, what a clinician writes, and
 * {@link org.lumbar.core.logic.Condition}, the bit-set form it is compiled to.
 */
@NullMarked
package org.lumbar.core.logic;

import org.jspecify.annotations.NullMarked;
