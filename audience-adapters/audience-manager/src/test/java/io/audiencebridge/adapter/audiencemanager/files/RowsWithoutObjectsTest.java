// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.adapter.storage.FolderExchangeFactory;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the way of a row allocates once it is warm. An object takes 16 bytes at least; what is left is a batch's, the compiler's and the measurement's own. */
class RowsWithoutObjectsTest {
    private static final int ROWS = 8192;
    private static final double NEXT_TO_NOTHING = 1;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    @ParameterizedTest
    @EnumSource(KeyContent.class)
    void a_key_is_normalised_hashed_and_fingerprinted_without_an_object(KeyContent content) {
        KeyTranslator translator = KeyTranslator.storedToWire(ReconciliationKey.Declared.builder()
                .field("field")
                .content(content)
                .stored(KeyForm.PLAIN)
                .wire(KeyForm.SHA256)
                .build());
        KeyFingerprinter fingerprinter = new KeyFingerprinter();
        String sample = content == KeyContent.PHONE ? "+49 30 1234567" : "Ann.Other@Example.com";
        byte[] text = sample.getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[KeyTranslator.LONGEST];

        double allocated = perRow(5, () -> {
            for (int row = 0; row < ROWS; row++) {
                int length = translator.translate(text, 0, text.length, out);
                fingerprinter.take(out, 0, length);
            }
        });

        assertThat(allocated).isLessThan(NEXT_TO_NOTHING);
    }

    @Test
    void a_row_is_written_compressed_and_uploaded_without_an_object(@TempDir Path folder) {
        InboundFiles files = new InboundFiles(
                new FolderExchangeFactory().open(FolderSettings.of(folder)).get(),
                "acme",
                Packing.compressed(new GzipCodecFactory().open(Runnable::run)).get(),
                PartLimits.USUAL,
                Runnable::run);
        Call call = Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
        WriteOrder order = WriteOrder.builder()
                .audience(new AudienceRef(new ConnectionName("aam"), "1"))
                .dataSource(DataSource.visitor(478))
                .change(WriteOrder.Change.ADD)
                .stamp(Instant.parse("2026-01-31T00:00:00Z"))
                .build();
        KeySink<WriteSummary> sink = files.open(order, 24, call).get();
        TextKeys batch = visitors();

        // 40 batches are beyond the 4 MiB that are held back until a file is known to need a number
        double allocated = perRow(40, () -> sink.accept(batch).get());
        sink.finish().get();

        assertThat(allocated).isLessThan(NEXT_TO_NOTHING);
    }

    /** Bytes a row of the second half of {@code 2 * times} runs. */
    private static double perRow(int times, Runnable rows) {
        for (int i = 0; i < times; i++) {
            rows.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            rows.run();
        }
        return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / times / ROWS;
    }

    private static TextKeys visitors() {
        Random random = new Random(7);
        TextKeysBuilder rows = new TextKeysBuilder();
        byte[] id = new byte[38];
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < id.length; i++) {
                id[i] = (byte) ('0' + random.nextInt(10));
            }
            rows.key(id, 0, id.length, (byte) 0);
        }
        return rows.build();
    }
}
