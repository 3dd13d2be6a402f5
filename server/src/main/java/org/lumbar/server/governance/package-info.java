/**
 * The knowledge base to read, and its government: reports of inaccuracies, new publications, changes that two editors answer
 * for. Start at {@link org.lumbar.server.governance.KnowledgeController}.
 */
@NullMarked
package org.lumbar.server.governance;

import org.jspecify.annotations.NullMarked;
