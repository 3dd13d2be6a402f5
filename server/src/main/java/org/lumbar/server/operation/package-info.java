/** What the people who run the server need: request numbers, figures and probes. Nothing here knows a patient. */
@NullMarked
package org.lumbar.server.operation;

import org.jspecify.annotations.NullMarked;
