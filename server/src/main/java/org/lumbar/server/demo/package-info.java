/** A made-up clinic to try the program with. Start at {@link org.lumbar.server.demo.DemoClinic}. */
@NullMarked
package org.lumbar.server.demo;

import org.jspecify.annotations.NullMarked;
