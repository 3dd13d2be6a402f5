/** Who may sign in and what they may do: accounts, roles, routes and the journal of access. Start at {@link org.lumbar.server.account.Access}. */
@NullMarked
package org.lumbar.server.account;

import org.jspecify.annotations.NullMarked;
