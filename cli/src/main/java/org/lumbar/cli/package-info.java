/**
 * The {@code lumbar} command. Start at {@link org.lumbar.cli.Lumbar}; {@link org.lumbar.cli.PlanCommand} is the command that
 * matters. It reads with the FHIR room, plans with core, writes with the documents room, and adds only what a shell needs:
 * options, exit statuses, streams and files.
 */
@NullMarked
package org.lumbar.cli;

import org.jspecify.annotations.NullMarked;
