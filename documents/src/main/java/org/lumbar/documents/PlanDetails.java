package org.lumbar.documents;
import org.lumbar.core.plan.TreatmentPlan;
final class PlanDetails { PlanDetails(TreatmentPlan plan, Words words, Page page, Head head) {} void write() {} }
