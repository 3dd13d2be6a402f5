/**
 * Measurements. Run one with {@code ./benchmarks/run}; figures and their commands stand in {@code RESULTS.md}.
 */
@NullMarked
package org.lumbar.benchmarks;

import org.jspecify.annotations.NullMarked;
