// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import io.audiencebridge.architecturetests.violators.arrays.domain.member.LinksPersons;
import io.audiencebridge.architecturetests.violators.arrays.domain.member.StreamsPersons;
import io.audiencebridge.architecturetests.violators.boxes.domain.member.AnswersInBoxes;
import io.audiencebridge.architecturetests.violators.boxes.domain.member.BoxesIds;
import io.audiencebridge.architecturetests.violators.boxes.domain.member.BoxesIdsInAGeneric;
import io.audiencebridge.architecturetests.violators.bucket.adapter.storage.KnowsTheBucket;
import io.audiencebridge.architecturetests.violators.calledback.adapter.campaign.CallsBack;
import io.audiencebridge.architecturetests.violators.clock.domain.service.AsksTheClock;
import io.audiencebridge.architecturetests.violators.clock.domain.service.CountsNanoseconds;
import io.audiencebridge.architecturetests.violators.clock.domain.service.RefersToTheClock;
import io.audiencebridge.architecturetests.violators.cluster.adapter.storage.KnowsTheCluster;
import io.audiencebridge.architecturetests.violators.cryptography.domain.sharing.HashesAnywhere;
import io.audiencebridge.architecturetests.violators.cycle.domain.error.Hen;
import io.audiencebridge.architecturetests.violators.cycle.domain.system.Egg;
import io.audiencebridge.architecturetests.violators.dice.domain.sharing.DrawsNames;
import io.audiencebridge.architecturetests.violators.dice.domain.sharing.RollsDice;
import io.audiencebridge.architecturetests.violators.duck.adapter.storage.KnowsTheDuck;
import io.audiencebridge.architecturetests.violators.emulator.sandbox.BorrowsTheDomain;
import io.audiencebridge.architecturetests.violators.face.sdk.NamesAnAdapter;
import io.audiencebridge.architecturetests.violators.facesignature.sdk.ShowsALibraryOnTheFace;
import io.audiencebridge.architecturetests.violators.file.domain.service.OpensFiles;
import io.audiencebridge.architecturetests.violators.generated.domain.sharing.ImmutableReceipt;
import io.audiencebridge.architecturetests.violators.log.domain.service.WritesLogs;
import io.audiencebridge.architecturetests.violators.markup.adapter.ims.ParsesXml;
import io.audiencebridge.architecturetests.violators.meters.adapter.campaign.KnowsTheMeters;
import io.audiencebridge.architecturetests.violators.meters.springbootstarter.AlsoKnowsTheMeters;
import io.audiencebridge.architecturetests.violators.names.domain.service.TransferImpl;
import io.audiencebridge.architecturetests.violators.names.domain.service.TransferManager;
import io.audiencebridge.architecturetests.violators.neighbours.adapter.campaign.KnowsItsNeighbour;
import io.audiencebridge.architecturetests.violators.parallel.domain.service.CountsInParallel;
import io.audiencebridge.architecturetests.violators.pool.adapter.storage.KnowsThePool;
import io.audiencebridge.architecturetests.violators.ports.domain.spi.engine.AnswersBare;
import io.audiencebridge.architecturetests.violators.ports.domain.spi.engine.DoesTheWork;
import io.audiencebridge.architecturetests.violators.print.sdk.Prints;
import io.audiencebridge.architecturetests.violators.purity.domain.system.FormatsNumbers;
import io.audiencebridge.architecturetests.violators.shell.adapter.storage.KnowsTheShell;
import io.audiencebridge.architecturetests.violators.signature.domain.usecase.ShowsALibrary;
import io.audiencebridge.architecturetests.violators.signature.domain.usecase.ShowsALibraryInAGeneric;
import io.audiencebridge.architecturetests.violators.sleep.adapter.campaign.WaitsForASystem;
import io.audiencebridge.architecturetests.violators.spring.observation.KnowsTheContainer;
import io.audiencebridge.architecturetests.violators.spring.sdk.AlsoKnowsTheContainer;
import io.audiencebridge.architecturetests.violators.thread.domain.service.BorrowsTheCommonPool;
import io.audiencebridge.architecturetests.violators.thread.domain.service.BuildsPools;
import io.audiencebridge.architecturetests.violators.thread.domain.service.StartsThreads;
import io.audiencebridge.architecturetests.violators.transport.adapter.campaign.KnowsOkHttp;
import io.audiencebridge.architecturetests.violators.up.domain.system.LooksUp;
import io.audiencebridge.architecturetests.violators.up.domain.unmapped.StandsOffTheMap;
import io.audiencebridge.architecturetests.violators.zip.domain.service.Zips;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesBiteTest {

    private static final String VIOLATORS = RulesBiteTest.class.getPackageName() + ".violators.";

    static Stream<Arguments> violators() {
        return Stream.of(
                Arguments.of(HouseRule.THE_DOMAIN_DEPENDS_ON_VALUES_ONLY, FormatsNumbers.class),
                Arguments.of(HouseRule.ONLY_IDENTITY_TOUCHES_CRYPTOGRAPHY, HashesAnywhere.class),
                Arguments.of(HouseRule.THE_DOMAIN_ASKS_NO_HIDDEN_CLOCK, AsksTheClock.class),
                Arguments.of(HouseRule.THE_DOMAIN_ASKS_NO_HIDDEN_CLOCK, RefersToTheClock.class),
                Arguments.of(HouseRule.THE_DOMAIN_ASKS_NO_HIDDEN_CLOCK, CountsNanoseconds.class),
                Arguments.of(HouseRule.THE_DOMAIN_ROLLS_NO_HIDDEN_DICE, DrawsNames.class),
                Arguments.of(HouseRule.THE_DOMAIN_ROLLS_NO_HIDDEN_DICE, RollsDice.class),
                Arguments.of(HouseRule.THE_DOMAIN_STARTS_NO_THREAD, StartsThreads.class),
                Arguments.of(HouseRule.THE_DOMAIN_STARTS_NO_THREAD, BorrowsTheCommonPool.class),
                Arguments.of(HouseRule.THE_DOMAIN_STARTS_NO_THREAD, BuildsPools.class),
                Arguments.of(HouseRule.THE_DOMAIN_RUNS_NOTHING_IN_PARALLEL, CountsInParallel.class),
                Arguments.of(HouseRule.THE_DOMAIN_OPENS_NO_FILE_AND_NO_SOCKET, OpensFiles.class),
                Arguments.of(HouseRule.THE_DOMAIN_WRITES_NO_LOG, WritesLogs.class),
                Arguments.of(HouseRule.THE_DOMAIN_ZIPS_NOTHING, Zips.class),
                Arguments.of(HouseRule.ARROWS_POINT_ONLY_DOWN, LooksUp.class),
                Arguments.of(HouseRule.ARROWS_POINT_ONLY_DOWN, StandsOffTheMap.class),
                Arguments.of(HouseRule.DOMAIN_PACKAGES_ARE_FREE_OF_CYCLES, Hen.class),
                Arguments.of(HouseRule.DOMAIN_PACKAGES_ARE_FREE_OF_CYCLES, Egg.class),
                Arguments.of(HouseRule.THE_DATA_PLANE_IS_MADE_OF_ARRAYS, LinksPersons.class),
                Arguments.of(HouseRule.THE_DATA_PLANE_IS_MADE_OF_ARRAYS, StreamsPersons.class),
                Arguments.of(HouseRule.THE_DATA_PLANE_BOXES_NO_ID, AnswersInBoxes.class),
                Arguments.of(HouseRule.THE_DATA_PLANE_BOXES_NO_ID, BoxesIds.class),
                Arguments.of(HouseRule.THE_DATA_PLANE_BOXES_NO_ID, BoxesIdsInAGeneric.class),
                Arguments.of(HouseRule.GENERATED_TYPES_ARE_HIDDEN, ImmutableReceipt.class),
                Arguments.of(HouseRule.NAMES_SAY_WHAT_A_TYPE_IS, TransferImpl.class),
                Arguments.of(HouseRule.NAMES_SAY_WHAT_A_TYPE_IS, TransferManager.class),
                Arguments.of(HouseRule.PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR, ShowsALibrary.class),
                Arguments.of(HouseRule.PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR, ShowsALibraryInAGeneric.class),
                Arguments.of(HouseRule.PUBLIC_SIGNATURES_SHOW_NO_THIRD_PARTY_BUT_VAVR, ShowsALibraryOnTheFace.class),
                Arguments.of(HouseRule.PORTS_ARE_INTERFACES_AND_THEIR_VALUES, DoesTheWork.class),
                Arguments.of(HouseRule.PORTS_ANSWER_WITH_EITHER, AnswersBare.class),
                Arguments.of(HouseRule.ADAPTERS_DO_NOT_KNOW_EACH_OTHER, KnowsItsNeighbour.class),
                Arguments.of(HouseRule.ADAPTERS_KNOW_NEITHER_SERVICES_NOR_THE_FACE, CallsBack.class),
                Arguments.of(HouseRule.THE_FACE_NAMES_NO_ADAPTER, NamesAnAdapter.class),
                Arguments.of(HouseRule.ONLY_HTTP_KNOWS_OKHTTP, KnowsOkHttp.class),
                Arguments.of(HouseRule.ONLY_CAMPAIGN_SPEAKS_XML, ParsesXml.class),
                Arguments.of(HouseRule.ONLY_S3_STORAGE_KNOWS_AWS, KnowsTheBucket.class),
                Arguments.of(HouseRule.ONLY_SFTP_STORAGE_KNOWS_SSH, KnowsTheShell.class),
                Arguments.of(HouseRule.ONLY_DUCKDB_ENGINE_KNOWS_DUCKDB, KnowsTheDuck.class),
                Arguments.of(HouseRule.ONLY_THE_JDBC_JOURNAL_KNOWS_POOLS_AND_H2, KnowsThePool.class),
                Arguments.of(HouseRule.ONLY_SPARK_ENGINE_KNOWS_SPARK, KnowsTheCluster.class),
                Arguments.of(HouseRule.ONLY_OBSERVATION_KNOWS_MICROMETER, KnowsTheMeters.class),
                Arguments.of(HouseRule.ONLY_OBSERVATION_KNOWS_MICROMETER, AlsoKnowsTheMeters.class),
                Arguments.of(HouseRule.ONLY_THE_STARTER_KNOWS_SPRING, KnowsTheContainer.class),
                Arguments.of(HouseRule.ONLY_THE_STARTER_KNOWS_SPRING, AlsoKnowsTheContainer.class),
                Arguments.of(HouseRule.ONLY_HTTP_SLEEPS, WaitsForASystem.class),
                Arguments.of(HouseRule.NOTHING_PRINTS, Prints.class),
                Arguments.of(HouseRule.THE_SANDBOX_STANDS_ALONE, BorrowsTheDomain.class));
    }

    @ParameterizedTest
    @MethodSource("violators")
    void a_rule_names_its_violator(HouseRule rule, Class<?> violator) {
        String root = rootOf(violator);
        JavaClasses classes = new ClassFileImporter().importPackages(root);

        EvaluationResult result = rule.below(root).evaluate(classes);

        assertThat(result.getFailureReport().getDetails())
                .as(rule.toString())
                .anyMatch(line -> line.contains(violator.getName()));
    }

    @Test
    void every_rule_has_a_violator() {
        Stream<Object> bitten = violators().map(pair -> pair.get()[0]).distinct();

        assertThat(bitten).containsExactlyInAnyOrder((Object[]) HouseRule.values());
    }

    private static String rootOf(Class<?> violator) {
        String home = violator.getPackageName();
        return home.substring(0, home.indexOf('.', VIOLATORS.length()));
    }
}
