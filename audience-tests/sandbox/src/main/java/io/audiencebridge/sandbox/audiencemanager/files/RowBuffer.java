// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.Ids;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A row while it is being written. */
final class RowBuffer {
    private byte[] bytes = new byte[4096];
    private int end;

    void clear() {
        end = 0;
    }

    void put(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, bytes, end, text.length);
        end += text.length;
    }

    void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    void put(Ids ids, int number) {
        room(ids.length(number));
        end += ids.copy(number, bytes, end);
    }

    private void room(int length) {
        if (end + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end + length, bytes.length * 2));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, end);
    }

    /** How many lines are in it. */
    int lines() {
        int lines = 0;
        for (int at = 0; at < end; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        return lines;
    }

    String text() {
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
