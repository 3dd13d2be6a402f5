/** Tests of the command as a person at a shell meets it. */
@NullMarked
package org.lumbar.cli;

import org.jspecify.annotations.NullMarked;
