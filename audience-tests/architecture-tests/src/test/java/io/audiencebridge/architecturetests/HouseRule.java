// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.audiencebridge.contractkit.architecture.AudienceBridgeRules;
import io.audiencebridge.contractkit.architecture.Hidden;
import io.audiencebridge.contractkit.architecture.Signatures;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rules, one constant each; its name is its sentence. */
enum HouseRule {
    THE_DOMAIN_DEPENDS_ON_VALUES_ONLY(map -> domain(map)
            .should()
            .onlyDependOnClassesThat(Purity.allowedIn(map))
            .because("a pure core runs anywhere and is tested without a world around it")),

    ONLY_IDENTITY_TOUCHES_CRYPTOGRAPHY(map -> noClasses()
            .that()
            .resideInAPackage(map.everything())
            .and()
            .resideOutsideOfPackage(map.within(DomainMap.IDENTITY))
            .should()
            .dependOnClassesThat(Purity.CRYPTOGRAPHY)
            .because("hashing of keys is reviewed in one place")),

    THE_DOMAIN_ASKS_NO_HIDDEN_CLOCK(map -> noDomain(map)
            .should()
            .accessTargetWhere(Hidden.clock())
            .because("time is handed in, so that a run can be replayed")),

    THE_DOMAIN_ROLLS_NO_HIDDEN_DICE(map -> noDomain(map)
            .should()
            .accessTargetWhere(Hidden.random())
            .because("names and numbers are handed in, so that a run can be replayed")),

    THE_DOMAIN_STARTS_NO_THREAD(map -> AudienceBridgeRules.NO_THREAD_IS_STARTED.under(map.root(), map.everything())),

    THE_DOMAIN_RUNS_NOTHING_IN_PARALLEL(
            map -> AudienceBridgeRules.NOTHING_RUNS_IN_PARALLEL.under(map.root(), map.everything())),

    THE_DOMAIN_OPENS_NO_FILE_AND_NO_SOCKET(map -> noDomain(map)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
            .because("files and sockets belong to the adapters")),

    THE_DOMAIN_WRITES_NO_LOG(map -> noDomain(map)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache..", "ch.qos.logback..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.System\\$Logger.*")
            .because("the domain answers in values, and what it must tell stands in them")),

    THE_DOMAIN_ZIPS_NOTHING(map -> noDomain(map)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.zip..", "java.util.jar..")
            .because("compression is a matter of the wire")),

    ARROWS_POINT_ONLY_DOWN(map -> domain(map)
            .should(Conditions.lookOnlyDown(map))
            .because("a layer that knows the one above cannot be read, tested or replaced alone")),

    DOMAIN_PACKAGES_ARE_FREE_OF_CYCLES(map -> slices().matching(map.domain() + ".(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a circle are one package")),

    THE_DATA_PLANE_IS_MADE_OF_ARRAYS(map -> noClasses()
            .that()
            .resideInAPackage(map.within(DomainMap.DATA_PLANE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vavr.collection..", "java.util.stream..")
            .because("a node per person does not fit into memory at ten million persons")),

    THE_DATA_PLANE_BOXES_NO_ID(map -> classes()
            .that()
            .resideInAPackage(map.within(DomainMap.DATA_PLANE))
            .should(Signatures.boxNoIds())
            .because("an object per id does not fit into memory at ten million persons")),

    GENERATED_TYPES_ARE_HIDDEN(
            map -> AudienceBridgeRules.GENERATED_TYPES_ARE_HIDDEN.under(map.root(), map.everything())),

    NAMES_SAY_WHAT_A_TYPE_IS(map -> AudienceBridgeRules.NAMES_SAY_WHAT_A_TYPE_IS.under(map.root(), map.root() + "..")),

    PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR(map -> classes()
            .that()
            .resideInAnyPackage(map.everything(), map.face() + "..")
            .and()
            .arePublic()
            .should(Signatures.showOnly(welcomeIn(map)))
            .because("a type of a library in our signature is a promise we cannot keep")),

    PORTS_ARE_INTERFACES_AND_THEIR_VALUES(map -> ports(map)
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .should(Conditions.beValues())
            .because("code behind a port belongs to whoever implements it")),

    PORTS_ANSWER_WITH_EITHER(map -> ports(map)
            .and()
            .areInterfaces()
            .should(Signatures.answerCallsWithEither(map.domain() + ".call.Call"))
            .because("what can go wrong is part of the answer")),

    ADAPTERS_DO_NOT_KNOW_EACH_OTHER(map -> slices().matching(map.adapters() + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(map.adapters() + ".http"))
            .because("an adapter is added and dropped alone; http is the plumbing they share")),

    ADAPTERS_KNOW_NEITHER_SERVICES_NOR_THE_FACE(
            map -> AudienceBridgeRules.AN_ADAPTER_KNOWS_NEITHER_SERVICES_NOR_THE_FACE.under(
                    map.root(), map.adapters() + "..")),

    THE_FACE_NAMES_NO_ADAPTER(map -> noClasses()
            .that()
            .resideInAPackage(map.face() + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(map.adapters() + "..")
            .because("a fourth system is added without touching a line of the face")),

    ONLY_HTTP_KNOWS_OKHTTP(map -> noProduct(map, "http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..")
            .because("the transport is one place, with one set of rules")),

    ONLY_CAMPAIGN_SPEAKS_XML(map -> noProduct(map, "campaign")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.xml..", "org.w3c.dom..", "org.xml.sax..", "com.ctc.wstx..", "org.codehaus.stax2..")
            .because("SOAP is Campaign's own affair")),

    ONLY_S3_STORAGE_KNOWS_AWS(map -> noProduct(map, "storages3")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..")
            .because("the bucket is one storage of several")),

    ONLY_SFTP_STORAGE_KNOWS_SSH(map -> noProduct(map, "storagesftp")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.sshd..")
            .because("the server's folder is one storage of several")),

    ONLY_DUCKDB_ENGINE_KNOWS_DUCKDB(map -> noProduct(map, "engineduckdb")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.duckdb..")
            .because("native code is one engine of several")),

    ONLY_THE_JDBC_JOURNAL_KNOWS_POOLS_AND_H2(map -> noProduct(map, "journaljdbc")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zaxxer..", "org.h2..", "org.postgresql..")
            .because("the database is one journal of several")),

    /** Its engine is not built with the rest, and is not looked at here: that nobody else knows Spark is what there is to see. */
    ONLY_SPARK_ENGINE_KNOWS_SPARK(map -> noProduct(map, "enginespark")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..")
            .because("the cluster is brought by the user, and by him alone")),

    /** The starter hands on the registry that the application has, by one class, and may name its type there. */
    ONLY_OBSERVATION_KNOWS_MICROMETER(map -> everything(map)
            .and()
            .resideOutsideOfPackage(map.observation() + "..")
            .and()
            .doNotHaveFullyQualifiedName(map.starter() + ".ObservationConfiguration")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("everybody else tells an observer of the domain, so that metrics are added and dropped alone")),

    ONLY_THE_STARTER_KNOWS_SPRING(map -> everything(map)
            .and()
            .resideOutsideOfPackage(map.starter() + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("the bridge runs in any program")),

    ONLY_HTTP_SLEEPS(map -> noProduct(map, "http")
            .should()
            .accessTargetWhere(Hidden.sleep())
            .because("nothing waits for a system on a thread; a run rests in the journal")),

    NOTHING_PRINTS(map -> AudienceBridgeRules.NOTHING_PRINTS.under(
            map.root(), map.everything(), map.face() + "..", map.adapters() + "..")),

    THE_SANDBOX_STANDS_ALONE(map -> noClasses()
            .that()
            .resideInAPackage(map.sandbox() + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(map.everything(), map.adapters() + "..", map.face() + "..")
            .because("an emulator that shares our code shares our mistakes"));

    @SuppressWarnings("ImmutableEnumChecker") // the rules are lambdas without state
    private final Function<DomainMap, ArchRule> rule;

    HouseRule(Function<DomainMap, ArchRule> rule) {
        this.rule = rule;
    }

    ArchRule below(String root) {
        return rule.apply(new DomainMap(root));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static GivenClassesConjunction domain(DomainMap map) {
        return classes().that().resideInAPackage(map.everything());
    }

    private static GivenClassesConjunction noDomain(DomainMap map) {
        return noClasses().that().resideInAPackage(map.everything());
    }

    private static GivenClassesConjunction ports(DomainMap map) {
        return classes().that().resideInAnyPackage(map.within("usecase"), map.within("spi"));
    }

    private static GivenClassesConjunction noProduct(DomainMap map) {
        return noClasses().that().resideInAnyPackage(map.everything(), map.face() + "..", map.adapters() + "..");
    }

    /** All of ours, the sandbox and what is beside the face included. */
    private static GivenClassesConjunction everything(DomainMap map) {
        return noClasses().that().resideInAPackage(map.root() + "..");
    }

    /** Domain, face and adapters without the adapter {@code but}. */
    private static GivenClassesConjunction noProduct(DomainMap map, String but) {
        return noProduct(map).and().resideOutsideOfPackage(map.adapters() + "." + but + "..");
    }

    private static Predicate<JavaClass> welcomeIn(DomainMap map) {
        return type -> {
            JavaClass bare = type.getBaseComponentType();
            String home = bare.getPackageName();
            return bare.isPrimitive()
                    || home.startsWith("java.")
                    || home.startsWith("io.vavr")
                    || home.equals(map.face())
                    || map.holds(bare);
        };
    }
}
