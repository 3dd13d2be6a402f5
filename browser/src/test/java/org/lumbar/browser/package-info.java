/** Journeys of people through the pages, in Chromium. */
@NullMarked
package org.lumbar.browser;

import org.jspecify.annotations.NullMarked;
