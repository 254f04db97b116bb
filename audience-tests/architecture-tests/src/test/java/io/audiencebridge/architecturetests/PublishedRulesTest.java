// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import io.audiencebridge.architecturetests.violators.batches.adapter.campaign.BoxesRows;
import io.audiencebridge.architecturetests.violators.batches.adapter.campaign.CollectsPersons;
import io.audiencebridge.architecturetests.violators.calledback.adapter.campaign.CallsBack;
import io.audiencebridge.architecturetests.violators.clock.domain.service.AsksTheClock;
import io.audiencebridge.architecturetests.violators.facesignature.sdk.ShowsALibraryOnTheFace;
import io.audiencebridge.architecturetests.violators.factory.adapter.campaign.HidesItsConstructor;
import io.audiencebridge.architecturetests.violators.generated.adapter.campaign.ImmutableOrder;
import io.audiencebridge.architecturetests.violators.names.domain.service.TransferImpl;
import io.audiencebridge.architecturetests.violators.neighbours.adapter.campaign.KnowsItsNeighbour;
import io.audiencebridge.architecturetests.violators.parallel.adapter.campaign.AddsInParallel;
import io.audiencebridge.architecturetests.violators.person.adapter.campaign.NamesAPerson;
import io.audiencebridge.architecturetests.violators.ports.domain.spi.engine.AnswersBare;
import io.audiencebridge.architecturetests.violators.print.sdk.Prints;
import io.audiencebridge.architecturetests.violators.secrets.adapter.campaign.TellsItsPassword;
import io.audiencebridge.architecturetests.violators.sleep.adapter.campaign.WaitsForASystem;
import io.audiencebridge.architecturetests.violators.thread.domain.service.BuildsPools;
import io.audiencebridge.contractkit.architecture.AudienceBridgeRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that are published for authors: our adapters keep them too, but where an exception is written down, and each of them bites. */
final class PublishedRulesTest {
    private static final String VIOLATORS = PublishedRulesTest.class.getPackageName() + ".violators.";

    /** Where a rule for adapters does not hold for one of ours, and why. */
    private static final Map<AudienceBridgeRules, Map<String, String>> EXCEPTIONS = Map.of(
            AudienceBridgeRules.NO_HIDDEN_CLOCK_IS_ASKED,
            Map.of(
                    "http", "the date of a Retry-After is a wall clock's",
                    "openpgp", "whether a key has expired is a question to the wall clock; tests hand one in",
                    "storages3", "a bucket that does not say when it stored a file",
                    "storagesftp", "names of files that are on their way; tests hand a clock in"),
            AudienceBridgeRules.PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR,
            Map.of("http", "a caller's own OkHttpClient, the one type of a library that is let in"),
            AudienceBridgeRules.CALLS_ARE_ANSWERED_WITH_EITHER,
            Map.of("http", "a flight waits for somebody else's answer, whatever its type"),
            AudienceBridgeRules.BATCHES_PASS_WITHOUT_AN_OBJECT_PER_MEMBER,
            Map.of(
                    "audiencemanager", "the next of a few parts of a delivery, once a part",
                    "campaign", "the next of a few ranges of a sample, once a batch",
                    "experienceplatform", "the notices at the end of a file, once a file"));

    static Stream<Arguments> exceptions() {
        return EXCEPTIONS.entrySet().stream()
                .flatMap(
                        rule -> rule.getValue().keySet().stream().map(adapter -> Arguments.of(adapter, rule.getKey())));
    }

    static Stream<Arguments> violators() {
        return Stream.of(
                Arguments.of(AudienceBridgeRules.AN_ADAPTER_KNOWS_NEITHER_SERVICES_NOR_THE_FACE, CallsBack.class),
                Arguments.of(AudienceBridgeRules.AN_ADAPTER_KNOWS_NO_OTHER_ONE, KnowsItsNeighbour.class),
                Arguments.of(AudienceBridgeRules.NAMES_SAY_WHAT_A_TYPE_IS, TransferImpl.class),
                Arguments.of(
                        AudienceBridgeRules.PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR,
                        ShowsALibraryOnTheFace.class),
                Arguments.of(AudienceBridgeRules.CALLS_ARE_ANSWERED_WITH_EITHER, AnswersBare.class),
                Arguments.of(AudienceBridgeRules.NO_HIDDEN_CLOCK_IS_ASKED, AsksTheClock.class),
                Arguments.of(AudienceBridgeRules.NO_THREAD_IS_STARTED, BuildsPools.class),
                Arguments.of(AudienceBridgeRules.NOTHING_RUNS_IN_PARALLEL, AddsInParallel.class),
                Arguments.of(AudienceBridgeRules.NOTHING_SLEEPS, WaitsForASystem.class),
                Arguments.of(AudienceBridgeRules.NOTHING_PRINTS, Prints.class),
                Arguments.of(AudienceBridgeRules.GENERATED_TYPES_ARE_HIDDEN, ImmutableOrder.class),
                Arguments.of(AudienceBridgeRules.BATCHES_PASS_WITHOUT_AN_OBJECT_PER_MEMBER, CollectsPersons.class),
                Arguments.of(AudienceBridgeRules.BATCHES_PASS_WITHOUT_AN_OBJECT_PER_MEMBER, BoxesRows.class),
                Arguments.of(
                        AudienceBridgeRules.A_FACTORY_CAN_BE_MADE_BY_THE_SERVICE_LOADER, HidesItsConstructor.class),
                Arguments.of(AudienceBridgeRules.SECRETS_OF_SETTINGS_CANNOT_BE_PRINTED, TellsItsPassword.class),
                Arguments.of(AudienceBridgeRules.AN_ERROR_NAMES_NO_PERSON, NamesAPerson.class));
    }

    /** That they do not know each other is a rule of the house, for all at once. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AN_ADAPTER_KNOWS_NO_OTHER_ONE")
    void our_adapters_keep_to_the_rules_for_authors(AudienceBridgeRules rule) {
        Set<String> excepted = EXCEPTIONS.getOrDefault(rule, Map.of()).keySet();

        assertThat(violations(rule, adapters().filter(adapter -> !excepted.contains(adapter))))
                .as(rule.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void an_exception_that_is_no_longer_needed_is_seen(String adapter, AudienceBridgeRules rule) {
        assertThat(violations(rule, Stream.of(adapter)))
                .as(adapter + ": " + rule)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("violators")
    void a_rule_names_its_violator(AudienceBridgeRules rule, Class<?> violator) {
        String home = violator.getPackageName();
        String house = home.substring(0, home.indexOf('.', VIOLATORS.length()));
        JavaClasses classes = new ClassFileImporter().importPackages(house);

        EvaluationResult result = rule.under(house, home + "..").evaluate(classes);

        assertThat(result.getFailureReport().getDetails())
                .as(rule.toString())
                .anyMatch(line -> line.contains(violator.getName()));
    }

    @Test
    void every_published_rule_has_a_violator_and_a_number_of_its_own() {
        assertThat(violators().map(pair -> pair.get()[0]).distinct())
                .containsExactlyInAnyOrder((Object[]) AudienceBridgeRules.values());
        assertThat(AudienceBridgeRules.values())
                .extracting(AudienceBridgeRules::number)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("A\\d{1,2}"));
    }

    private static Stream<String> adapters() {
        String home = DomainMap.PRODUCT + ".adapter.";
        return Product.CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(home))
                .map(name -> name.substring(home.length()).split("\\.", 2)[0])
                .distinct()
                .sorted();
    }

    private static List<String> violations(AudienceBridgeRules rule, Stream<String> adapters) {
        String[] packages = adapters.map(adapter -> DomainMap.PRODUCT + ".adapter." + adapter + "..")
                .toArray(String[]::new);
        return rule.in(packages).evaluate(Product.CLASSES).getFailureReport().getDetails();
    }
}
