/**
 * Reads the clinical content and checks it whole. Start at {@link org.lumbar.knowledge.Knowledge}. The path is: file → text →
 * {@link org.lumbar.knowledge.Node} → checks → core's types; YAML stops here. There is no medicine in this package.
 */
@NullMarked
package org.lumbar.knowledge;

import org.jspecify.annotations.NullMarked;
