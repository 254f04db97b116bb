// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.ExportAudience;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportListing;
import io.audiencebridge.adapter.experienceplatform.client.ExportMode;
import io.audiencebridge.adapter.experienceplatform.client.ExportRows;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.MembershipBatch;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.RejectedRows;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Exports of one audience read whole. */
final class Bench {
    static final String AUDIENCE = "979558ae-a8ba-4e6e-b6ba-95c0a523b44a";
    static final String STEM = "Campaign_segment" + AUDIENCE + "_20240501200000";

    private Bench() {}

    /** What came of the rows: one word each, and the rejects. */
    record Read(List<String> rows, RejectedRows rejected, List<String> notices) {}

    static ExportDestination.Builder destination() {
        return ExportDestination.builder().name("Campaign").keyColumn("personalEmail.address");
    }

    static ExportDestination full() {
        return destination().schedule(schedule(ExportMode.DAILY_FULL_EXPORT)).build();
    }

    static ExportDestination incremental() {
        return destination().build();
    }

    static ExportSchedule schedule(ExportMode mode) {
        return ExportSchedule.builder()
                .mode(mode)
                .activated(Instant.parse("2024-01-01T00:00:00Z"))
                .build();
    }

    static ExportListing list(MemoryFiles files, ExportDestination destination) {
        return new ExportFiles(files)
                .list(
                        destination,
                        ExportAudience.of(AUDIENCE),
                        CallOptions.standard().begin())
                .get();
    }

    static PlatformExport only(MemoryFiles files, ExportDestination destination) {
        ExportListing listing = list(files, destination);
        assertThat(listing.waiting()).isEmpty();
        return listing.complete().single();
    }

    /** One file with that content, read. */
    static Read read(ExportDestination destination, String content) {
        return read(destination, content.getBytes(StandardCharsets.UTF_8));
    }

    static Read read(ExportDestination destination, byte[] content) {
        MemoryFiles files = new MemoryFiles().put(STEM + ".csv", content);
        return read(files, destination, only(files, destination)).get();
    }

    static Either<BridgeError, Read> read(MemoryFiles files, ExportDestination destination, PlatformExport export) {
        ExportRows rows = new ExportFiles(files)
                .rows(destination, export, CallOptions.standard().begin())
                .get();
        List<String> read = new ArrayList<>();
        try (rows) {
            Either<BridgeError, Option<MembershipBatch>> batch = rows.next();
            while (batch.isRight() && batch.get().isDefined()) {
                told(batch.get().get(), read);
                batch = rows.next();
            }
            return batch.map(
                    end -> new Read(read, rows.rejected(), rows.notices().toJavaList()));
        }
    }

    private static void told(MembershipBatch batch, List<String> read) {
        TextKeys keys = batch.keys();
        assertThat(batch.times()).hasSize(keys.size());
        for (int row = 0; row < keys.size(); row++) {
            String key =
                    new String(keys.text(), keys.start(row), keys.end(row) - keys.start(row), StandardCharsets.UTF_8);
            String time =
                    batch.times()[row] == MembershipBatch.UNTIMED ? "" : "@" + Instant.ofEpochMilli(batch.times()[row]);
            String sign = keys.has(row, TextKeys.UNDECIDABLE) ? "?" : keys.has(row, TextKeys.LEAVING) ? "-" : "+";
            read.add(sign + key + time);
        }
    }
}
