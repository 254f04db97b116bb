// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of comma-separated values as RFC 4180 has them. */
final class Csv {
    private Csv() {}

    static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** The next row; empty at the end. */
    static Optional<List<String>> row(Reader in) throws IOException {
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        int character = in.read();
        if (character < 0) {
            return Optional.empty();
        }
        for (; character >= 0 && (quoted || character != '\n'); character = in.read()) {
            if (character == '"') {
                // A quote inside quotes is written twice: the second opens the cell again and so stands for itself.
                if (closed) {
                    cell.append('"');
                }
                closed = quoted;
                quoted = !quoted;
            } else if (quoted || (character != ',' && character != '\r')) {
                cell.append((char) character);
            } else if (character == ',') {
                closed = false;
                row.add(cell.toString());
                cell.setLength(0);
            }
        }
        row.add(cell.toString());
        return Optional.of(row);
    }
}
