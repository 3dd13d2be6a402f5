/**
 * News of the clinic by mail, for whoever asks for it twice: once here and once in the letter that follows. Nothing of any patient
 * is in it, and nothing of it is in any chart.
 */
@NullMarked
package org.lumbar.server.news;

import org.jspecify.annotations.NullMarked;
