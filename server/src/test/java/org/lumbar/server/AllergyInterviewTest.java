package org.lumbar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.server.Patients.admit;
import static org.lumbar.server.Patients.interview;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lumbar.chart.Entry;
import org.lumbar.chart.PatientChart;
import org.lumbar.server.account.Role;

/** An allergy that is told in the interview gets on the record, and no page says that there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllergyInterviewTest {

    @TempDir
    private static Path folder;

    private RunningClinic clinic;

    @BeforeAll
    void start() {
        clinic = new RunningClinic(folder);
    }

    @AfterAll
    void stop() {
        clinic.close();
    }

    private static Browser.Answer answer(Browser browser, String id, String finding, String... fields) {
        browser.get("/patients/" + id + "/interview?again=" + finding);
        return browser.post("/patients/" + id + "/interview", fields);
    }

    private List<Map<String, Object>> allergies(String id) {
        return PatientChart.of(clinic.store().read("patient/" + id)).resources("AllergyIntolerance");
    }

    @Test
    void isPutOnTheRecordByItsName() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Named", "en");
        interview(browser, id);
        String ibuprofen = "name=\"choose\" value=\"ibuprofen\"";
        assertThat(browser.get("/patients/" + id + "/plan").text()).contains(ibuprofen, "none recorded");
        assertThat(browser.get("/patients/" + id + "/interview?again=nsaid-hypersensitivity")
                        .text())
                .contains("id=\"which-nsaid-hypersensitivity\"", "to which medicine?", "<option value=\"Warfarin\">");
        answer(
                browser,
                id,
                "nsaid-hypersensitivity",
                "q-nsaid-hypersensitivity",
                "yes",
                "which-nsaid-hypersensitivity",
                "Ибупрофен, diclofenac");
        assertThat(allergies(id))
                .hasSize(2)
                .allSatisfy(allergy -> assertThat(allergy.toString()).contains("M01A"));
        Browser.Answer plan = browser.get("/patients/" + id + "/plan");
        assertThat(plan.text()).contains("Ибупрофен, diclofenac</p>").doesNotContain(ibuprofen, "none recorded");
        assertThat(browser.get("/patients/" + id + "/record").text()).contains("Ибупрофен", "diclofenac");
    }

    @Test
    void isNeverSaidToBeNoneWhileItsCauseIsNotKnown() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Unknown", "en");
        answer(browser, id, "drug-hypersensitivity", "q-drug-hypersensitivity", "yes");
        assertThat(browser.get("/patients/" + id).text())
                .contains("stated: an allergy to a medicine (to which one is not known yet)")
                .doesNotContain("none recorded");
        assertThat(browser.get("/patients/" + id + "?lang=ru").text())
                .contains("указано: аллергия на лекарство (на какое именно, пока неизвестно)")
                .doesNotContain("записей нет");
        browser.get("/patients/" + id + "?lang=en");
        answer(browser, id, "nut-allergy", "q-nut-allergy", "yes");
        assertThat(browser.get("/patients/" + id).text()).contains("stated: allergy to nuts or peanuts");
        answer(
                browser,
                id,
                "drug-hypersensitivity",
                "q-drug-hypersensitivity",
                "yes",
                "which-drug-hypersensitivity",
                "Warfarin");
        assertThat(browser.get("/patients/" + id).text())
                .contains("Warfarin, stated: allergy to nuts or peanuts")
                .doesNotContain("not known yet");
    }

    @Test
    void isNoOtherAnswer() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Pain", "en");
        answer(browser, id, "leg-pain", "q-leg-pain", "yes");
        assertThat(browser.get("/patients/" + id).text())
                .contains("none recorded")
                .doesNotContain("stated: ");
    }

    /** Scripts write a single answer at once: the head of the page follows. */
    @Test
    void changesTheHeadOfThePageAtOnce() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Live", "en");
        browser.get("/patients/" + id + "/interview?again=drug-hypersensitivity");
        assertThat(browser.fragment("/patients/" + id + "/interview", "q-drug-hypersensitivity", "yes")
                        .text())
                .contains("id=\"allergies\" hx-swap-oob=\"true\"", "not known yet");
    }

    @Test
    void toABrandKeepsMedicinesWaitingEvenBesideANo() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Brand", "en");
        interview(browser, id);
        answer(
                browser,
                id,
                "pyrazolone-hypersensitivity",
                "q-pyrazolone-hypersensitivity",
                "yes",
                "q-drug-hypersensitivity",
                "no",
                "which-pyrazolone-hypersensitivity",
                "Пенталгин");
        assertThat(browser.get("/patients/" + id + "/plan").text())
                .contains("Пенталгин")
                .doesNotContain("name=\"choose\" value=\"ibuprofen\"");
    }

    @Test
    void isNotNamedBesideAnotherAnswer() {
        Browser browser = clinic.signedIn(Role.PHYSICIAN);
        String id = admit(browser, "Contrary", "en");
        long before = clinic.store().last("patient/" + id);
        Browser.Answer refused = answer(
                browser,
                id,
                "drug-hypersensitivity",
                "q-drug-hypersensitivity",
                "no",
                "which-drug-hypersensitivity",
                "Warfarin");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("href=\"#which-drug-hypersensitivity\"", "value=\"Warfarin\"", "or clear the name");
        assertThat(clinic.store().read("patient/" + id))
                .extracting(Entry::sequence)
                .endsWith(before);
    }
}
