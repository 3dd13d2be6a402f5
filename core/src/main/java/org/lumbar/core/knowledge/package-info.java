/**
 * What Lumbar knows, as immutable types without behaviour. Start at
 * {@link org.lumbar.core.knowledge.KnowledgeBase}. Nothing here is read from files; the knowledge module does that.
 */
@NullMarked
package org.lumbar.core.knowledge;

import org.jspecify.annotations.NullMarked;
