// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.spi.engine.LedgerKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Where in a folder what belongs to an audience and a data source lies. */
final class Pages {
    private Pages() {}

    /** The audience's id is the system's own text: in hexadecimal it cannot leave the folder, whatever is in it. */
    static Path of(Path folder, LedgerKey audience) {
        String id = HexFormat.of().formatHex(audience.audience().id().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(audience.audience().connection().value())
                .resolve(id)
                .resolve(Long.toString(audience.dataSourceId()));
    }
}
