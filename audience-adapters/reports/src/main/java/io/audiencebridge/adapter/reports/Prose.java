// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.adapter.reports.page.PlainText;
import io.audiencebridge.domain.sharing.FreshnessWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sentences for a terminal, broken at {@value #WIDTH} columns, the later lines of a sentence under its first. Not thread-safe. */
final class Prose {
    static final int WIDTH = 110;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** A head of its own, in a line of its own. */
    Prose head(String head) {
        text.append(PlainText.line(head)).append('\n');
        return this;
    }

    /** A sentence that begins after {@code indent} blanks, its first line led in by {@code lead}. */
    Prose say(int indent, String lead, String sentence) {
        String begin = " ".repeat(indent) + PlainText.line(lead);
        StringBuilder line = new StringBuilder(begin);
        for (String word : PlainText.line(sentence).trim().split(" +", -1)) {
            if (line.length() > begin.length() && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line.setLength(0);
                line.append(" ".repeat(begin.length()));
            } else if (line.length() > begin.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        text.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    /** Lines that were written elsewhere. */
    Prose add(String lines) {
        text.append(lines);
        return this;
    }

    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static String window(FreshnessWindow window) {
        return "from " + minute(window.earliest()) + ", usually by " + minute(window.expected()) + ", at the latest by "
                + minute(window.latest()) + " UTC";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
