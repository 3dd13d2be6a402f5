/**
 * The clinic's web application: {@code ./lumbar serve}. Start at {@link org.lumbar.server.Server}, which wires it up, then
 * {@link org.lumbar.server.account.Access}, which says who may open what.
 */
@NullMarked
package org.lumbar.server;

import org.jspecify.annotations.NullMarked;
