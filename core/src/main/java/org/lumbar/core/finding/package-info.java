/**
 * From what is written to what it means: three-valued findings, each with its evidence. Start at
 * {@link org.lumbar.core.finding.FindingsEngine}.
 */
@NullMarked
package org.lumbar.core.finding;

import org.jspecify.annotations.NullMarked;
