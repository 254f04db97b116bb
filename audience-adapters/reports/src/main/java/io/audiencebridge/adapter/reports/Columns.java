// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.adapter.reports.page.PlainText;
import java.util.Locale;

/** Lines of a label and a count, the counts aligned at their last digit. Not thread-safe. */
final class Columns {
    private static final int LABEL = 40;
    private static final int COUNT = 15;

    private final StringBuilder text = new StringBuilder();

    /** A line of text. */
    Columns line(String line) {
        text.append(PlainText.line(line)).append('\n');
        return this;
    }

    /** A label, indented by its own leading blanks, and its count. */
    Columns count(String label, long count) {
        text.append(PlainText.line(label));
        text.append(" ".repeat(Math.max(1, LABEL - label.length())));
        text.append(String.format(Locale.ROOT, "%," + COUNT + "d", count)).append('\n');
        return this;
    }

    /** A count as it stands in a sentence. */
    static String written(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
