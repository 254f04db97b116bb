// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Campaign says when it refuses: codes such as {@code XSV-350008}, outermost first, and its own words. The words may quote a person's data: they are
 * looked at, never passed on.
 *
 * @param codes all codes in order, each once
 * @param words fault string and detail
 */
record Fault(Seq<String> codes, String words) {
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}-[0-9]{6}\\b");

    static Fault of(String words) {
        Vector<String> codes = Vector.empty();
        Matcher code = CODE.matcher(words);
        while (code.find()) {
            codes = codes.append(code.group());
        }
        return new Fault(codes.distinct(), words);
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    boolean hasAny(Seq<String> some) {
        return codes.exists(some::contains);
    }

    /** Whether its words hold {@code text}, case ignored. */
    boolean mentions(String text) {
        return words.regionMatches(true, 0, text, 0, text.length())
                || words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return codes.isEmpty() ? "no code" : codes.mkString(", ");
    }
}
