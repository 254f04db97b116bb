// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.OneFolder;
import io.audiencebridge.fuzzing.Watched;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A delivery of Audience Manager as somebody else has put it: the file and, behind a line of a zero byte, its transfer-control file. The first character chooses
 * the template of the rows.
 */
class OutboundDeliveriesFuzzTest {
    private static final String[] TEMPLATES = {
        "<MCID> <SEGMENT_LIST; separator=\",\"> <REMOVED_SEGMENT_LIST; separator=\",\">",
        "<MCID>;<SEGMENT_LIST; separator=\",\">;<REMOVED_SEGMENT_LIST; separator=\",\">",
        "<MCID><if(SEGMENT_LIST)> in:<SEGMENT_LIST; separator=\",\"><endif><if(REMOVED_SEGMENT_LIST)> out:<REMOVED_SEGMENT_LIST; separator=\",\"><endif>",
        "<MCID> <SEGMENT_LIST:{seg|<seg.type>,<seg.alias>,<OUTPUT_ATTRIBUTE_VALUE>,<seg.lastUpdateTime>&}>",
    };
    private static final DataSource VISITORS = DataSource.builder()
            .id(13701)
            .key(new ReconciliationKey.Visitor())
            .destinationId(20101)
            .build();
    private static final MappedSegment SEGMENT = new MappedSegment(24, "gold");
    private static final String NAME = "ftp_20101_13701_full_1795500000000";
    private static final int MOST_BATCHES = 2_000;

    @FuzzTest
    void any_delivery_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input);
        String template = TEMPLATES[foreign.choice(0, TEMPLATES.length)];
        Map<String, byte[]> files = files(foreign.after(1).perhapsAmplified());
        int length = files.values().stream().mapToInt(content -> content.length).sum();
        Watched.reading(length, () -> {
            OutboundSettings settings = OutboundSettings.builder()
                    .names("ftp_<ORDER_ID>_<DPID>_<SYNC_MODE>_<TIMESTAMP>")
                    .rows(template)
                    .build();
            if (OutboundFiles.check(settings).isLeft()) {
                throw new AssertionError("Template " + template + " cannot be read");
            }
            read(new OutboundFiles(
                    new OneFolder(files),
                    new GzipCodecFactory().open(Runnable::run),
                    InstantSource.fixed(FuzzBridge.NOON),
                    settings));
        });
    }

    private static void read(OutboundFiles files) {
        files.members(VISITORS, SEGMENT, FuzzBridge.call()).forEach(feed -> {
            if (feed instanceof MemberFeed.Ready ready) {
                drain(ready.members());
            }
        });
        files.after(VISITORS, SEGMENT, Option.none(), FuzzBridge.call()).forEach(delivery -> {
            if (delivery instanceof MemberDelivery.Full full) {
                drain(full.members());
            }
        });
    }

    private static Map<String, byte[]> files(Foreign foreign) {
        byte[] all = foreign.bytes();
        Map<String, byte[]> files = new HashMap<>();
        int end = 0;
        while (end < all.length && !isBoundary(all, end)) {
            end++;
        }
        byte[] rows = java.util.Arrays.copyOf(all, end);
        files.put(NAME + ".sync", rows);
        if (end < all.length) {
            files.put(NAME + ".info", java.util.Arrays.copyOfRange(all, end + 3, all.length));
        }
        return files;
    }

    private static boolean isBoundary(byte[] all, int at) {
        return at + 2 < all.length && all[at] == '\n' && all[at + 1] == 0 && all[at + 2] == '\n';
    }

    private static void drain(KeySource source) {
        try (source) {
            int batches = 0;
            while (batches < MOST_BATCHES && source.next().exists(batch -> batch.isDefined())) {
                batches++;
            }
        }
    }
}
