/** Pages: their language, words and templates. Start at {@link org.lumbar.server.page.Page}. */
@NullMarked
package org.lumbar.server.page;

import org.jspecify.annotations.NullMarked;
