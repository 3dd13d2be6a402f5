/** How pages look to a reader: the version for the visually impaired. Start at {@link org.lumbar.server.appearance.Appearance}. */
@NullMarked
package org.lumbar.server.appearance;

import org.jspecify.annotations.NullMarked;
