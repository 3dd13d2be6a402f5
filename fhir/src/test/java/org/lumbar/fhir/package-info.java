/** Tests of the FHIR edge. */
@NullMarked
package org.lumbar.fhir;

import org.jspecify.annotations.NullMarked;
