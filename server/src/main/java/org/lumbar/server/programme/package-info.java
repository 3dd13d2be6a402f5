/**
 * Where a physician and an instructor put the exercises for home together. Start at
 * {@link org.lumbar.server.programme.ProgrammeController}.
 */
@NullMarked
package org.lumbar.server.programme;

import org.jspecify.annotations.NullMarked;
