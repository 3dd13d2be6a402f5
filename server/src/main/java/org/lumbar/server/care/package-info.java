/**
 * What a physician makes of a plan: the draft with what was chosen, decided against rules and ordered ({@link
 * org.lumbar.server.care.PlanDraft} first), signing it as a version that never changes, and the papers that come of it.
 */
@org.jspecify.annotations.NullMarked
package org.lumbar.server.care;
