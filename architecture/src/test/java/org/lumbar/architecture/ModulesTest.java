package org.lumbar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. Each rule is a "never" of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.lumbar", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {

    @ArchTest
    static final ArchRule core_uses_only_the_jdk_and_jspecify = classes()
            .that()
            .resideInAPackage("org.lumbar.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.lumbar.core..", "java..", "org.jspecify..")
            .because("core must run unchanged in a shell, a server and a batch executor (docs/adr/0002)");

    @ArchTest
    static final ArchRule core_reads_no_clock_no_file_and_no_network = noClasses()
            .that()
            .resideInAPackage("org.lumbar.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io.file..", "java.nio.file..", "java.net..", "java.sql..")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because("the same record, knowledge and date must give the same plan, byte for byte");

    @ArchTest
    static final ArchRule figures_use_only_the_jdk_and_jspecify = classes()
            .that()
            .resideInAPackage("org.lumbar.figures..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.lumbar.figures..", "java..", "org.jspecify..")
            .because("drawing a body needs no patient and no plan");

    @ArchTest
    static final ArchRule figures_read_no_clock_no_file_and_no_network = noClasses()
            .that()
            .resideInAPackage("org.lumbar.figures..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io.file..", "java.nio.file..", "java.net..", "java.time..", "java.util.random..")
            .because("the same clip and look must give the same picture, byte for byte");

    @ArchTest
    static final ArchRule knowledge_knows_no_edge = noClasses()
            .that()
            .resideInAPackage("org.lumbar.knowledge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lumbar.fhir..", "org.lumbar.documents..", "org.lumbar.cli..")
            .because("content is read once and used by every edge");

    @ArchTest
    static final ArchRule edges_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage("org.lumbar.fhir..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lumbar.documents..", "org.lumbar.cli..", "org.lumbar.knowledge..")
            .because("FHIR is one edge among several");

    @ArchTest
    static final ArchRule documents_stand_alone = noClasses()
            .that()
            .resideInAPackage("org.lumbar.documents..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lumbar.fhir..", "org.lumbar.cli..")
            .because("a view of a plan does not care where the record came from");

    @ArchTest
    static final ArchRule chart_knows_the_record_and_its_fhir_form_only = noClasses()
            .that()
            .resideInAPackage("org.lumbar.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lumbar.documents..",
                    "org.lumbar.cli..",
                    "org.lumbar.knowledge..",
                    "org.lumbar.server..",
                    "org.springframework..")
            .because("what a clinic wrote down outlives every framework and every view of it");

    @ArchTest
    static final ArchRule only_the_chart_knows_the_database = noClasses()
            .that()
            .resideOutsideOfPackage("org.lumbar.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..", "com.zaxxer..")
            .because("entries are appended in one way only");

    @ArchTest
    static final ArchRule spring_stays_in_the_server = noClasses()
            .that()
            .resideOutsideOfPackage("org.lumbar.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..")
            .because("every other room also serves a shell");

    @ArchTest
    static final ArchRule nothing_needs_the_server = noClasses()
            .that()
            .resideOutsideOfPackage("org.lumbar.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.lumbar.server..")
            .because("it wires the others up");

    @ArchTest
    static final ArchRule hapi_stays_out_of_the_hot_path = noClasses()
            .that()
            .resideInAPackage("org.lumbar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir..")
            .because("reading is streamed; HAPI only judges the result in tests (docs/adr/0005)");

    @ArchTest
    static final ArchRule yaml_stops_in_knowledge = noClasses()
            .that()
            .resideOutsideOfPackage("org.lumbar.knowledge..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml..")
            .because("core receives types, never YAML");

    @ArchTest
    static final ArchRule packages_of_core_form_no_cycle =
            slices().matching("org.lumbar.core.(*)..").should().beFreeOfCycles();
}
