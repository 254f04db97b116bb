// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.spi.engine.ReportFactory;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is compiled here, and does what it says. */
class ReportingTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");

    @TempDir
    Path folder;

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(1))
                    .addSourceIds("08382830887934830189014177072406221371")
                    .build());
    private final AudienceRef gold = crm.list("Gold", RecipientId.of(1));
    private Path pages = Path.of("");

    @BeforeEach
    void givenAFolder() throws IOException {
        pages = Files.createDirectories(folder.resolve("pages"));
    }

    @Test
    void a_receipt_becomes_a_page_a_program_and_a_terminal_can_read_it_too() throws IOException {
        try (AudienceBridge bridge = bridge()) {
            Receipt receipt = bridge.share(share());

            Path page = bridge.report(receipt).as(ReportFormat.HTML).writeTo(pages.resolve("receipt.html"));
            String json = bridge.report(receipt).as(ReportFormat.JSON).text();
            String text = bridge.report(receipt).text();

            assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("1 of 1 people are shared");
            assertThat(json).startsWith("{\"kind\":\"journey\",\"version\":1,\"export\":{\"read\":1,\"shared\":1");
            assertThat(text).startsWith("EXPORT, in people");
        }
    }

    @Test
    void every_kind_is_reported_by_either_door() {
        Diagnosis diagnosis =
                Diagnosis.builder().subject("Gold").at(Instant.EPOCH).build();
        Explanation explanation = Explanation.builder()
                .subject("Gold")
                .at(Instant.EPOCH)
                .verdict(Explanation.Verdict.OUT)
                .because("The person opted out.")
                .build();
        Preview preview = Preview.builder().subject("Gold").build();
        try (AudienceBridge bridge = bridge()) {
            Receipt receipt = bridge.share(share());
            Timeline timeline = Timeline.builder()
                    .receipt(receipt)
                    .subject("Gold")
                    .at(Instant.EPOCH)
                    .build();

            assertThat(Vector.of(
                                    bridge.report(Vector.of(receipt)),
                                    bridge.report(diagnosis),
                                    bridge.report(preview),
                                    bridge.report(timeline),
                                    bridge.report(explanation))
                            .map(report -> report.as(ReportFormat.JSON).text().substring(0, 16)))
                    .containsExactly(
                            "{\"kind\":\"journey",
                            "{\"kind\":\"diagnos",
                            "{\"kind\":\"preview",
                            "{\"kind\":\"timelin",
                            "{\"kind\":\"explana");
            assertThat(bridge.attempts().report(diagnosis).text().get())
                    .isEqualTo(bridge.report(diagnosis).text());
        }
    }

    @Test
    void a_file_is_named_with_its_size_where_the_caller_knows_it() {
        Receipt receipt = Receipt.builder()
                .run(new RunId("r"))
                .state(RunState.DELIVERED)
                .addFiles("sent.sync")
                .build();

        assertThat(new Reporting(ReportingAttempts.of(new Report.Journey(Vector.of(receipt))))
                        .sizes(Map.of("sent.sync", 1_234_567L))
                        .as(ReportFormat.JSON)
                        .text())
                .contains("{\"name\":\"sent.sync\",\"bytes\":1234567}");
    }

    @Test
    void what_is_written_is_its_owners_alone_and_replaces_what_was_there() throws IOException {
        assumeTrue(Files.getFileStore(pages).supportsFileAttributeView("posix"));
        Path page = Files.writeString(pages.resolve("page.html"), "old");

        assertThat(reporting().writeTo(page)).isEqualTo(page);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(page)).isNotEqualTo("old");
        assertThat(left()).containsExactly("page.html");
    }

    @Test
    void what_cannot_be_written_leaves_nothing_behind_and_says_why() throws IOException {
        Path gone = pages.resolve("gone/page.html");
        Path inTheWay = Files.createDirectories(pages.resolve("page.html"));

        assertThatThrownBy(() -> reporting().writeTo(gone))
                .isInstanceOf(LocalFailureException.class)
                .hasMessageContainingAll("page.html", "is not there; make it first");
        assertThatThrownBy(() -> reporting().writeTo(inTheWay))
                .isInstanceOf(LocalFailureException.class)
                .hasMessageContaining("it is a folder; name a file in it");
        assertThat(left()).containsExactly("page.html");
    }

    @Test
    void without_the_adapter_its_artifact_is_named_and_nothing_is_written() throws IOException {
        Report report = new Report.Journey(Vector.empty());

        BridgeError error = ReportingAttempts.of(report, new WithoutReports())
                .as(ReportFormat.HTML)
                .writeTo(pages.resolve("page.html"))
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("HTML", "add audience-adapter-reports");
        assertThat(left()).isEmpty();
    }

    @Test
    void both_twins_offer_the_same_methods() {
        assertThat(methods(Reporting.class))
                .isEqualTo(methods(ReportingAttempts.class))
                .isNotEmpty();
    }

    private static Set<String> methods(Class<?> twin) {
        return Arrays.stream(twin.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .collect(Collectors.toSet());
    }

    private static Reporting reporting() {
        return new Reporting(ReportingAttempts.of(new Report.Journey(Vector.empty()))).as(ReportFormat.HTML);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private AudienceBridge bridge() {
        return AudienceBridge.builder()
                .connect(CRM, crm)
                .connect(CLOUD, InMemoryConnector.ofKeys(CLOUD))
                .home(folder.resolve("home"))
                .build();
    }

    private ShareRequest share() {
        return ShareRequest.builder()
                .list(gold)
                .to(CLOUD)
                .audience("Gold")
                .dataSource(DataSource.visitor(14016))
                .build();
    }

    /** A class path on which no reports adapter is. */
    private static final class WithoutReports extends ClassLoader {
        WithoutReports() {
            super(ReportingTest.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.endsWith(ReportFactory.class.getName())
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    }
}
