// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.contractkit.CodecContract;
import io.audiencebridge.domain.spi.engine.Codec;

final class SeveralMembersTest extends CodecContract {
    @Override
    protected Codec open() {
        GzipSettings settings = GzipSettings.builder()
                .severalMembers(true)
                .chunkBytes(10_000)
                .chunksInFlight(2)
                .build();
        return GzipCodec.of(settings, Runnable::run).get();
    }
}
