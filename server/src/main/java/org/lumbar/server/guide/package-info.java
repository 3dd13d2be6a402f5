/** Help: what each role does where, what the words mean, and which keys lead where. */
@NullMarked
package org.lumbar.server.guide;

import org.jspecify.annotations.NullMarked;
