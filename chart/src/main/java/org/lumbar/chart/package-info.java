/**
 * What a clinic writes down, for good. A stream of entries (one for each patient, each account, each journal of access) only
 * ever grows; every entry carries the hash of the one before it. Start at {@link org.lumbar.chart.ChartStore}, which appends
 * and reads entries, then {@link org.lumbar.chart.PatientChart}, which folds those of one patient into what is known today.
 */
@NullMarked
package org.lumbar.chart;

import org.jspecify.annotations.NullMarked;
