/**
 * The FHIR R4 edge. Start at {@link org.lumbar.fhir.BundleReader}, which turns a bundle into a patient's record, and at
 * {@link org.lumbar.fhir.FhirPlanWriter}, which turns a plan into a bundle. Both stream; neither interprets.
 */
@NullMarked
package org.lumbar.fhir;

import org.jspecify.annotations.NullMarked;
