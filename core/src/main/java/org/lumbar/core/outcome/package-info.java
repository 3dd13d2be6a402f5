/**
 * What questionnaires say: from answers to scores, from two scores to a change that matters or does not. Start at
 * {@link org.lumbar.core.outcome.Answers#score()} and {@link org.lumbar.core.outcome.Change}. The numbers of each instrument
 * are data ({@link org.lumbar.core.knowledge.Instrument}); nothing here knows one by name.
 */
@NullMarked
package org.lumbar.core.outcome;

import org.jspecify.annotations.NullMarked;
