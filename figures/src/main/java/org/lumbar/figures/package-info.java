/**
 * Draws people doing exercises. A {@link org.lumbar.figures.Clip} says in angles what moves and what stays in place;
 * {@link org.lumbar.figures.Motion} turns it into skeletons over time; {@link org.lumbar.figures.Drawing} turns those into
 * pictures, still or moving. {@link org.lumbar.figures.Checks} says what in a clip no body can do.
 *
 * <p>Axes follow the International Society of Biomechanics (Wu 2002, 2005): x forward, y up, z to the right of the person.
 * Lengths are in statures unless said otherwise. Nothing here reads files or clocks.
 */
@NullMarked
package org.lumbar.figures;

import org.jspecify.annotations.NullMarked;
