// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Where in a folder what belongs to an audience and a data source lies. */
final class Pages {
    /** Names of folders and of the file below that of the store. */
    private static final int DEPTH = 4;

    private Pages() {}

    /** Whose a file below {@code folder} is; none if it does not lie where files of audiences lie. */
    static Option<LedgerKey> key(Path folder, Path file) {
        Path names = folder.relativize(file);
        return names.getNameCount() == DEPTH
                ? Try.of(() -> new LedgerKey(
                                new AudienceRef(
                                        new ConnectionName(names.getName(0).toString()),
                                        new String(
                                                HexFormat.of()
                                                        .parseHex(
                                                                names.getName(1).toString()),
                                                StandardCharsets.UTF_8)),
                                Long.parseLong(names.getName(2).toString())))
                        .toOption()
                : Option.none();
    }

    /** The audience's id is the system's own text: in hexadecimal it cannot leave the folder, whatever is in it. */
    static Path of(Path folder, LedgerKey audience) {
        String id = HexFormat.of().formatHex(audience.audience().id().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(audience.audience().connection().value())
                .resolve(id)
                .resolve(Long.toString(audience.dataSourceId()));
    }
}
