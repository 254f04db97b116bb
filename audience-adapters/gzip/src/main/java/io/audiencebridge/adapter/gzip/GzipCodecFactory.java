// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.CodecFactory;
import java.util.concurrent.Executor;

/** Makes gzip codecs with the usual settings. */
public final class GzipCodecFactory implements CodecFactory {
    /** A factory, for {@code ServiceLoader}. */
    public GzipCodecFactory() {}

    @Override
    public Codec open(Executor executor) {
        return GzipCodec.standard(executor);
    }
}
