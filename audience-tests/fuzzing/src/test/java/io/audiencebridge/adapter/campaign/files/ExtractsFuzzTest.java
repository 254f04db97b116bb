// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.util.OptionalLong;

/** A file of recipients' keys that a workflow of Campaign has written, or somebody in its place. */
class ExtractsFuzzTest {
    @FuzzTest
    void any_file_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input).perhapsAmplified();
        Watched.reading(foreign.length(), () -> {
            drain(MemorySource.of(foreign.bytes()), true);
            drain(MemorySource.of(foreign.bytes()), false);
            drain(FuzzBridge.withoutFiles().codec().get().expanding(MemorySource.of(foreign.bytes()), "keys.gz"), true);
        });
    }

    private static void drain(ByteSource bytes, boolean byVisitorId) {
        try (KeySource source =
                new ExtractSource(bytes, "keys.csv", byVisitorId, OptionalLong.empty(), FuzzBridge.call())) {
            boolean more = true;
            while (more) {
                more = source.next().exists(batch -> batch.isDefined());
            }
        }
    }
}
