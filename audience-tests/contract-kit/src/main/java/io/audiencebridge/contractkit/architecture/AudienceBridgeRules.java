// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the code of an adapter keeps to, as rules of ArchUnit; our own adapters are held to the same ones. An author's test asks for those {@link #ofAdapter} or extends
 * {@code AdapterRulesContract}. Each rule has a number, and a constant's name is its sentence. Stateless.
 */
public enum AudienceBridgeRules {
    /** Ports and their values are the whole bridge that an adapter sees. */
    AN_ADAPTER_KNOWS_NEITHER_SERVICES_NOR_THE_FACE(
            "A1",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            house + ".domain.service..",
                            house + ".domain.usecase..",
                            house + ".sdk..",
                            house + ".sandbox..",
                            house + ".contractkit..")
                    .because("an adapter is called through its ports")),

    /** Whoever drops one adapter must not lose another. */
    AN_ADAPTER_KNOWS_NO_OTHER_ONE(
            "A2",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(house + ".adapter..")
                            .and(resideOutsideOfPackages(packages))
                            .and(resideOutsideOfPackages(house + ".adapter.http..")))
                    .because("an adapter is added and dropped alone; http is the plumbing they share")),

    /** Impl, Util, Helper and Manager say nothing; only the product is called Audience Manager. */
    NAMES_SAY_WHAT_A_TYPE_IS(
            "A3",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .haveNameMatching(".*(Impl|Utils?|Helpers?|(?<!Audience)Managers?)")
                    .because("such a name says nothing; only the product is called Audience Manager")),

    /** What others see of an adapter: the package of its factory, and {@code client} below it. */
    PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR(
            "A4",
            (house, packages) -> classesIn(shown(packages))
                    .and()
                    .arePublic()
                    .should(Signatures.showOnly(welcome(house, packages)))
                    .because("a type of a library in our signature is a promise we cannot keep")),

    /** What can go wrong is part of the answer. */
    CALLS_ARE_ANSWERED_WITH_EITHER(
            "A5",
            (house, packages) -> classesIn(shown(packages))
                    .and()
                    .arePublic()
                    .should(Signatures.answerCallsWithEither(house + ".domain.call.Call"))
                    .because("what can go wrong is part of the answer")),

    /** Time comes from the context's clock, a deadline from the call; a monotonic ticker is no clock. */
    NO_HIDDEN_CLOCK_IS_ASKED(
            "A6",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .accessTargetWhere(Hidden.calendar())
                    .because("time is handed in, so that a run can be replayed")),

    /** Work beside the caller's thread runs on the context's executor. */
    NO_THREAD_IS_STARTED(
            "A7",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .accessTargetWhere(Hidden.thread())
                    .because("the caller owns every thread and hands in the executor")),

    /** Parallel streams run on the common pool. */
    NOTHING_RUNS_IN_PARALLEL(
            "A8",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .accessTargetWhere(Hidden.parallelism())
                    .because("parallel streams borrow the common pool of the embedding application")),

    /** A system that is not ready is answered as such, and the run rests. */
    NOTHING_SLEEPS(
            "A9",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .accessTargetWhere(Hidden.sleep())
                    .because("nothing waits for a system on a thread; a run rests in the journal")),

    /** Standard output is the application's. */
    NOTHING_PRINTS(
            "A10",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("standard output belongs to the embedding application")),

    /** Callers know the interface. */
    GENERATED_TYPES_ARE_HIDDEN(
            "A11",
            (house, packages) -> noClassesIn(packages)
                    .should()
                    .bePublic()
                    .andShould()
                    .haveNameMatching(".*\\.Immutable\\w+")
                    .because("callers know the interface, and the generator stays replaceable")),

    /** The methods through which millions of members pass: accept and next of sinks and sources. */
    BATCHES_PASS_WITHOUT_AN_OBJECT_PER_MEMBER(
            "A12",
            (house, packages) -> classesIn(packages)
                    .should(Signatures.passBatchesPlainly())
                    .because("an object per person does not fit into memory at ten million persons")),

    /** The bridge finds factories by {@code ServiceLoader}. */
    A_FACTORY_CAN_BE_MADE_BY_THE_SERVICE_LOADER(
            "A13",
            (house, packages) -> classesIn(packages)
                    .and(DescribedPredicate.describe("are factories of a port", type -> isFactory(house, type)))
                    .should(Signatures.beMadeByOthers())
                    .because("the bridge names no adapter and finds them by the service loader")),

    /** Settings are printed, in logs and errors. */
    SECRETS_OF_SETTINGS_CANNOT_BE_PRINTED(
            "A14",
            (house, packages) -> classesIn(packages)
                    .and(DescribedPredicate.describe("are settings", type -> isSettings(house, type)))
                    .should(Signatures.hideSecrets(AudienceBridgeRules::isSecret))
                    .because("settings are printed, and a Secret prints nothing")),

    /** No method both makes an error and reads a person's id as text. */
    AN_ERROR_NAMES_NO_PERSON(
            "A15",
            (house, packages) -> classesIn(packages)
                    .should(Signatures.nameNobody(
                            house + ".domain.error.BridgeError", access -> readsAnId(house, access)))
                    .because("messages end in logs, and a person's id does not belong there"));

    private static final String HOUSE = "io.audiencebridge";
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passphrase|secret|token|privateKey|apiKey)s?$");

    private final String number;

    @SuppressWarnings("ImmutableEnumChecker") // the rules are lambdas without state
    private final BiFunction<String, String[], ArchRule> rule;

    AudienceBridgeRules(String number, BiFunction<String, String[], ArchRule> rule) {
        this.number = number;
        this.rule = rule;
    }

    /** Every rule for the adapter whose classes are in {@code root} and below. */
    public static List<ArchRule> ofAdapter(String root) {
        return Arrays.stream(values()).map(rule -> rule.in(root + "..")).toList();
    }

    /** Its number, such as {@code A6}; never given out again. */
    public String number() {
        return number;
    }

    /** The rule for the classes in these packages, written as ArchUnit does: {@code com.example.loyaltyhub..}. It holds where none of them is what the rule is about. */
    public ArchRule in(String... packages) {
        return under(HOUSE, packages).allowEmptyShould(true);
    }

    /** The rule for a bridge whose own packages begin with {@code house}; for tests of the rules themselves. */
    public ArchRule under(String house, String... packages) {
        return rule.apply(house, packages).as(this + " (" + number + ")");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static GivenClassesConjunction classesIn(String... packages) {
        return classes().that().resideInAnyPackage(packages);
    }

    /** Of {@code com.example..}, the package itself and its {@code client}; another pattern stays as it is. */
    private static String[] shown(String... packages) {
        return Arrays.stream(packages)
                .flatMap(name -> name.endsWith("..")
                        ? Stream.of(
                                name.substring(0, name.length() - 2),
                                name.substring(0, name.length() - 2) + ".client..")
                        : Stream.of(name))
                .toArray(String[]::new);
    }

    private static GivenClassesConjunction noClassesIn(String... packages) {
        return noClasses().that().resideInAnyPackage(packages);
    }

    private static Predicate<JavaClass> welcome(String house, String... packages) {
        DescribedPredicate<JavaClass> own = resideInAnyPackage(packages);
        return type -> {
            JavaClass bare = type.getBaseComponentType();
            String home = bare.getPackageName();
            return bare.isPrimitive()
                    || home.startsWith("java.")
                    || home.startsWith("javax.sql")
                    || home.equals("com.sun.net.httpserver")
                    || home.startsWith("io.vavr")
                    || home.startsWith(house + ".domain.")
                    || home.equals(house + ".sdk")
                    || home.equals(house + ".adapter.http")
                    || own.test(bare);
        };
    }

    private static boolean isFactory(String house, JavaClass type) {
        return !type.isInterface()
                && type.getAllRawInterfaces().stream()
                        .anyMatch(port -> port.getPackageName().startsWith(house + ".domain.spi.")
                                && port.getSimpleName().endsWith("Factory"));
    }

    private static boolean isSettings(String house, JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(port -> port.getPackageName().startsWith(house + ".domain.spi.")
                        && port.getSimpleName().endsWith("Settings"));
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name).find();
    }

    private static boolean readsAnId(String house, JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return (owner.equals(house + ".domain.identity.RecipientId") && name.equals("text"))
                || (owner.equals(house + ".domain.identity.Ecid") && name.equals("toString"));
    }
}
