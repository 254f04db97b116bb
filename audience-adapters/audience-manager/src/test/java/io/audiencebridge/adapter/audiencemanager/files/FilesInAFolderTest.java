// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.adapter.storage.FolderExchangeFactory;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.system.ConnectionName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files through the real exchange in a folder. */
final class FilesInAFolderTest {
    private static final Instant STAMP = Instant.parse("2026-01-31T00:00:00Z");
    private static final DataSource CUSTOMERS = DataSource.builder()
            .id(13702)
            .key(ReconciliationKey.Declared.builder().field("declaredId").build())
            .destinationId(20102)
            .build();

    private final Call call = Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);

    @TempDir
    private Path folder;

    private FileExchange exchange;

    @BeforeEach
    void open() {
        exchange = new FolderExchangeFactory().open(FolderSettings.of(folder)).get();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void a_share_leaves_gzip_parts_for_the_system_and_its_stamp_is_taken() throws IOException {
        InboundFiles inbound = inbound();

        WriteSummary written = write(inbound, STAMP, "CRM-1", "CRM-2", "CRM-3");

        assertThat(written.files())
                .containsExactly(
                        "sandbox/date=2026-01-31/ftp_dpm_13702_1769817600.sync.1.gz",
                        "sandbox/date=2026-01-31/ftp_dpm_13702_1769817600.sync.2.gz");
        assertThat(unzipped(written.files().get(0)) + unzipped(written.files().get(1)))
                .isEqualTo("CRM-1\td_sid=24\nCRM-2\td_sid=24\nCRM-3\td_sid=24\n");
        assertThat(inbound.freeStamp(CUSTOMERS.id(), STAMP, call).get()).isEqualTo(STAMP.plusSeconds(1));
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void a_repeat_is_the_same_files_and_other_members_are_a_conflict() throws IOException {
        InboundFiles inbound = inbound();
        WriteSummary first = write(inbound, STAMP, "CRM-1", "CRM-2", "CRM-3");

        assertThat(write(inbound, STAMP, "CRM-1", "CRM-2", "CRM-3")).isEqualTo(first);

        KeySink<WriteSummary> other = sink(inbound, STAMP, "CRM-1", "CRM-4", "CRM-5");
        assertThat(other.finish().getLeft()).isInstanceOf(BridgeError.Conflict.class);
        assertThat(files()).isEqualTo(2);
    }

    @Test
    void giving_up_leaves_no_file_whatever_its_name() throws IOException {
        sink(inbound(), STAMP, "CRM-1", "CRM-2", "CRM-3").abort();

        assertThat(files()).isZero();
    }

    @Test
    void a_delivery_is_read() throws IOException {
        Path delivery = folder.resolve("20102").resolve("s3_20102_13702_full_1770127200000.sync");
        Files.createDirectories(delivery.getParent());
        Files.writeString(delivery, "CRM-1 24\nCRM-2  24\nCRM-3 7,24\n");

        MemberFeed feed = new OutboundFiles(
                        exchange, new GzipCodecFactory().open(Runnable::run), () -> STAMP, OutboundSettings.standard())
                .members(CUSTOMERS, new MappedSegment(24, ""), call)
                .get();

        try (KeySource members = ((MemberFeed.Ready) feed).members()) {
            TextKeys batch = members.next().get().get();
            assertThat(batch.size()).isEqualTo(2);
            assertThat(new String(batch.text(), 0, batch.end(1), StandardCharsets.UTF_8))
                    .isEqualTo("CRM-1CRM-3");
            assertThat(members.next().get()).isEmpty();
        }
    }

    private InboundFiles inbound() {
        return new InboundFiles(
                exchange,
                "sandbox",
                Packing.compressed(new GzipCodecFactory().open(Runnable::run)).get(),
                new PartLimits(2, Long.MAX_VALUE),
                Runnable::run);
    }

    private WriteSummary write(InboundFiles into, Instant stamp, String... keys) {
        return sink(into, stamp, keys).finish().get();
    }

    private KeySink<WriteSummary> sink(InboundFiles into, Instant stamp, String... keys) {
        WriteOrder order = WriteOrder.builder()
                .audience(new AudienceRef(new ConnectionName("audience-manager"), "201"))
                .dataSource(CUSTOMERS)
                .change(Change.ADD)
                .stamp(stamp)
                .build();
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.key(text, 0, text.length, (byte) 0);
        }
        KeySink<WriteSummary> sink = into.open(order, 24, call).get();
        assertThat(sink.accept(rows.build()).get()).isEqualTo(keys.length);
        return sink;
    }

    private String unzipped(String name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
