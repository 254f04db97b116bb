// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.contractkit.CodecFactoryContract;
import io.audiencebridge.domain.spi.engine.CodecFactory;

final class GzipCodecFactoryTest extends CodecFactoryContract {
    @Override
    protected CodecFactory factory() {
        return new GzipCodecFactory();
    }
}
