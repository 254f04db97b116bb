// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sandbox.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sharing would do, over real HTTP and S3: nothing is sent, and the run itself then does just that. */
final class PreviewingTest {
    private static final String AUDIENCE = "Previewed";
    private static final String LIST = "Previewed, back";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void a_share_is_previewed_to_the_person_and_the_byte_and_nothing_is_sent(KeyKind kind) throws Exception {
        try (Journey journey = new Journey(People.withSharedKeys(200), home)) {
            DataSource source = kind.dataSource(journey.sandbox);
            ShareRequest request = journey.share(journey.everybody(), AUDIENCE, source);

            Preview preview = silently(journey, () -> journey.bridge.preview(request));
            Receipt receipt = journey.shared(request.list(), AUDIENCE, source);

            assertThat(preview.exported()).isEqualTo(receipt.exported()).isPresent();
            assertThat(preview.waiting().orElseThrow().because()).contains("trait");
            assertThat(preview.files()).hasSize(1);
            Preview.PlannedFile file = preview.files().get(0);
            assertThat(file.rows()).isEqualTo(receipt.exported().orElseThrow().rows());
            assertThat(withoutStamp(file.name()))
                    .isEqualTo(withoutStamp(receipt.files().get(0)));
            assertThat(file.bytes()).isCloseTo(sizeOf(journey, receipt.files().get(0)), withinPercentage(10));
            assertThat(writing(preview, "audience-manager")).isEqualTo(4);
            assertThat(writing(preview, "campaign")).isZero();
        }
    }

    @Test
    void a_second_share_is_previewed_with_what_the_first_one_sent() throws Exception {
        try (Journey journey = new Journey(People.withoutSharedKeys(60), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            Receipt first = journey.shared(journey.everybody(), AUDIENCE, source);

            Preview preview = silently(
                    journey, () -> journey.bridge.preview(journey.share(journey.everybody(), AUDIENCE, source)));

            assertThat(preview.exported().orElseThrow().shared()).isZero();
            assertThat(preview.exported().orElseThrow().alreadyShared())
                    .isEqualTo(first.exported().orElseThrow().shared());
            assertThat(preview.files()).isEmpty();
            assertThat(preview.waiting()).isEmpty();
            assertThat(preview.pastRuns()).isEqualTo(1);
            assertThat(preview.duration().orElseThrow())
                    .isBetween(Journey.TRAIT_IS_LIVE, Journey.TRAIT_IS_LIVE.plusMinutes(1));
        }
    }

    @Test
    void an_import_is_previewed_with_the_lists_diff_and_nothing_is_written() throws Exception {
        try (Journey journey = new Journey(People.withoutSharedKeys(120), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            Set<String> before = Set.of("1", "10", "19");
            journey.sandbox.campaignData().addList(LIST, before);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            ImportRequest request = journey.importOf(AUDIENCE, LIST, source);

            Preview preview = silently(journey, () -> journey.bridge.preview(request));

            assertThat(journey.membersOf(LIST)).isEqualTo(before);
            Receipt receipt = journey.bridge.importAudience(request);
            assertThat(preview.imported()).isEqualTo(receipt.imported()).isPresent();
            assertThat(preview.imported().orElseThrow().removed()).isEqualTo(2);
            assertThat(preview.notices()).anyMatch(notice -> notice.contains("added to it by hand"));
            assertThat(writing(preview, "campaign")).isEqualTo(2);
        }
    }

    @Test
    void an_import_into_a_list_that_is_not_there_creates_none() throws Exception {
        try (Journey journey = new Journey(People.withoutSharedKeys(30), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            int lists = journey.sandbox.campaignData().lists().size();

            Preview preview = silently(journey, () -> journey.bridge.preview(journey.importOf(AUDIENCE, LIST, source)));

            assertThat(journey.sandbox.campaignData().lists()).hasSize(lists);
            assertThat(preview.imported().orElseThrow().added()).isPositive();
            assertThat(preview.notices()).anyMatch(notice -> notice.contains("would be created"));
        }
    }

    /** Does {@code work} and proves by the sandbox's record, and by the home folder, that it only read. */
    static <T> T silently(Journey journey, Callable<T> work, Path home) throws Exception {
        Map<String, Long> kept = files(home);
        int before = journey.sandbox.exchanges().size();
        T done = work.call();
        List<Exchange> calls = journey.sandbox.exchanges();
        assertThat(calls.size()).isGreaterThan(before);
        assertThat(calls.subList(before, calls.size())).noneMatch(PreviewingTest::writes);
        assertThat(files(home)).isEqualTo(kept);
        return done;
    }

    private <T> T silently(Journey journey, Callable<T> work) throws Exception {
        return silently(journey, work, home);
    }

    private static boolean writes(Exchange exchange) {
        if (exchange.system().equals("ims")) {
            return false;
        }
        String method = exchange.request().method();
        if (!exchange.system().equals("campaign")) {
            return !method.equals("GET") && !method.equals("HEAD");
        }
        String action = exchange.request().content().header("soapaction").orElse("");
        return !action.matches(
                ".*(queryDef#ExecuteQuery|session#(Logon|BearerTokenLogon|GetServerTime|Logoff)|session#Get.*).*");
    }

    private static Map<String, Long> files(Path folder) throws IOException {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.size(file));
            }
        }
        return found;
    }

    private static long writing(Preview preview, String connection) {
        return preview.calls().stream()
                .filter(calls -> calls.connection().equals(connection))
                .mapToLong(Preview.PlannedCalls::writing)
                .sum();
    }

    private static String withoutStamp(String name) {
        return name.replaceAll("date=[0-9-]+", "date=").replaceAll("[0-9]{10}", "stamp");
    }

    private static long sizeOf(Journey journey, String file) throws IOException {
        try (InputStream in = journey.sandbox.objects().read(journey.sandbox.inboundBucket(), file)) {
            return in.readAllBytes().length;
        }
    }
}
