/** The patient's own place: what to do today, sessions, diary, medicines, calendar and help. Nothing of anybody else is here. */
@NullMarked
package org.lumbar.server.my;

import org.jspecify.annotations.NullMarked;
