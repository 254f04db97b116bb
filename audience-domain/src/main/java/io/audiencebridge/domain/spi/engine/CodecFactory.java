// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import java.util.concurrent.Executor;

/** Makes the codec of a bridge that was given none. Found by {@code ServiceLoader}; needs a public constructor without parameters. */
public interface CodecFactory {
    /**
     * A codec with its usual settings.
     *
     * @param executor where compression runs beside the caller's thread; it may be busy or refuse work, then the caller's thread compresses
     */
    Codec open(Executor executor);
}
