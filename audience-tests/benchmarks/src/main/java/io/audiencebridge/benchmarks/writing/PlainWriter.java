// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What people write: text, row by row, through a buffered writer into a {@code GZIPOutputStream} at its own level. */
final class PlainWriter implements Side {
    private static final int BUFFER = 64 << 10;

    private final List<String> members;
    private final Row row;

    private PlainWriter(Members members, Row row) {
        this.members = members.texts();
        this.row = row;
    }

    /** Rows by one {@code StringBuilder} for all of them. */
    static Side byBuilder(Members members) {
        StringBuilder text = new StringBuilder();
        Wire wire = members.mails() ? Wire.hashed() : Wire.plain();
        return new PlainWriter(members, (id, out) -> {
            text.setLength(0);
            text.append(wire.of(id)).append("\td_sid=").append(Members.TRAIT).append('\n');
            out.append(text);
        });
    }

    /** Rows by {@code String.format}. */
    static Side byFormat(Members members) {
        Wire wire = members.mails() ? Wire.pasted() : Wire.plain();
        return new PlainWriter(
                members, (id, out) -> out.write(String.format("%s\td_sid=%d\n", wire.of(id), Members.TRAIT)));
    }

    @Override
    public void write(Path folder) throws IOException {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(folder.resolve("plain.sync.gz")), BUFFER),
                        StandardCharsets.UTF_8),
                BUFFER)) {
            for (String id : members) {
                row.write(id, out);
            }
        }
    }

    /** Writes one row. */
    private interface Row {
        void write(String id, Writer out) throws IOException;
    }
}
