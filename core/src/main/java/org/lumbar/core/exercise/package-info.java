/**
 * The rules that an exercise programme follows. Start at {@link org.lumbar.core.exercise.ExerciseRules}: every number in it is
 * a course parameter of an item of the knowledge base, where its words and its source stand.
 */
@NullMarked
package org.lumbar.core.exercise;

import org.jspecify.annotations.NullMarked;
