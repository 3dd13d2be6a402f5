/**
 * Words that people read, in every language of Lumbar. Start at {@link org.lumbar.core.text.LocalizedText}.
 */
@NullMarked
package org.lumbar.core.text;

import org.jspecify.annotations.NullMarked;
