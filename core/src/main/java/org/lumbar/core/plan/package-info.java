/**
 * From findings to a consistent, explained plan. Start at {@link org.lumbar.core.plan.Planner}.
 */
@NullMarked
package org.lumbar.core.plan;

import org.jspecify.annotations.NullMarked;
