/**
 * What a plan looks like, to machines and to people. Machines start at {@link org.lumbar.documents.PlanJson}, or at
 * {@link org.lumbar.documents.BriefJson} for many patients at once; people at {@link org.lumbar.documents.PlanText}, and at
 * {@link org.lumbar.documents.ItemPage} for what is known of one treatment. Nothing here decides anything, and every
 * sentence comes from the knowledge base.
 */
@NullMarked
package org.lumbar.documents;

import org.jspecify.annotations.NullMarked;
