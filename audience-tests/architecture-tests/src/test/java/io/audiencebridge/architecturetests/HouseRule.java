// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
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

    THE_DOMAIN_STARTS_NO_THREAD(map -> noDomain(map)
            .should()
            .accessTargetWhere(Hidden.thread())
            .because("the caller owns every thread and hands in the executor")),

    THE_DOMAIN_RUNS_NOTHING_IN_PARALLEL(map -> noDomain(map)
            .should()
            .accessTargetWhere(Hidden.parallelism())
            .because("parallel streams borrow the common pool of the embedding application")),

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
            .should(Conditions.boxNoIds())
            .because("an object per id does not fit into memory at ten million persons")),

    GENERATED_TYPES_ARE_HIDDEN(map -> domain(map)
            .and()
            .haveSimpleNameStartingWith("Immutable")
            .should()
            .notBePublic()
            .because("callers know the interface, and the generator stays replaceable")),

    NAMES_SAY_WHAT_A_TYPE_IS(map -> noDomain(map)
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helpers?|(?<!Audience)Managers?)")
            .because("such a name says nothing; only the product is called Audience Manager")),

    PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR(map -> domain(map)
            .and()
            .arePublic()
            .should(Conditions.showOnly(welcomeIn(map)))
            .because("a type of a library in our signature is a promise we cannot keep"));

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

    private static Predicate<JavaClass> welcomeIn(DomainMap map) {
        return type -> {
            JavaClass bare = type.getBaseComponentType();
            String home = bare.getPackageName();
            return bare.isPrimitive() || home.startsWith("java.") || home.startsWith("io.vavr") || map.holds(bare);
        };
    }
}
