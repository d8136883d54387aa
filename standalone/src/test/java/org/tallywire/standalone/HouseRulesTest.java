package org.tallywire.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house rules that a machine can check, over every module. */
@AnalyzeClasses(packages = "org.tallywire", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    @ArchTest
    static final ArchRule rome_ends_in_the_feed_reader = noClasses()
            .that()
            .resideOutsideOfPackage("org.tallywire.ingest.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rometools..", "org.jdom2..");

    @ArchTest
    static final ArchRule services_meet_only_in_topics = slices().matching(
                    "org.tallywire.(ingest|enrich|aggregate|dashboard)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule readers_touch_no_network_and_no_kafka = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.tallywire.ingest.read..",
                    "org.tallywire.ingest.feed..",
                    "org.tallywire.ingest.page..",
                    "org.tallywire.ingest.date..",
                    "org.tallywire.ingest.courts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "java.net.http..", "org.apache.hc..");

    @ArchTest
    static final ArchRule extraction_and_detection_know_no_kafka = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.tallywire.enrich.text..",
                    "org.tallywire.enrich.number..",
                    "org.tallywire.enrich.claim..",
                    "org.tallywire.enrich.outlet..",
                    "org.tallywire.enrich.statute..",
                    "org.tallywire.enrich.furniture..",
                    "org.tallywire.aggregate.spike..",
                    "org.tallywire.aggregate.count..",
                    "org.tallywire.aggregate.series..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .that()
            .resideOutsideOfPackage("org.tallywire.avro..")
            .should()
            .haveNameMatching(".*(Utils?|Helper|Common|Manager|Abstract.*)$");

    @ArchTest
    static final ArchRule only_commands_print = noClasses()
            .that()
            .resideOutsideOfPackages("org.tallywire.standalone..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
