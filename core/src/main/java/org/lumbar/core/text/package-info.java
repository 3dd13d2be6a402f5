/**
 * Words that people read, in every language of Lumbar. Start at {@link org.lumbar.core.text.LocalizedText}. What is said of
 * medicine comes from the knowledge base; what the program says of its input comes from {@link org.lumbar.core.text.Sentences}.
 */
@NullMarked
package org.lumbar.core.text;

import org.jspecify.annotations.NullMarked;
