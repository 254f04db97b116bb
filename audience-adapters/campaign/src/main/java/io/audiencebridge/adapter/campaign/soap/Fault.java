// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Campaign says when it refuses: codes such as {@code XSV-350008}, outermost first, and its own words. The words may quote a person's data: they are
 * looked at, never passed on. A code inside a quotation is data, not Campaign's.
 *
 * @param codes all codes in order, each once
 * @param words fault string and detail
 * @param asksForSignIn whether the session or token is over, so that a new one and the same call once more can help
 */
record Fault(Seq<String> codes, String words, boolean asksForSignIn) {
    private static final String SESSION_OVER = "XSV-350008";
    private static final String TOKEN_OVER = "XSV-350114";
    private static final String PARAMETERS = "SOP-330007";
    private static final Pattern FIRST = Pattern.compile("\\s*([A-Z]{3}-[0-9]{6})\\b");
    private static final Pattern LATER = Pattern.compile("(?<=[\\s:;,>])[A-Z]{3}-[0-9]{6}\\b");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|\\([^()]*\\)");

    /** What {@code words} say. */
    static Fault of(String words) {
        Vector<String> codes = Vector.empty();
        boolean over = false;
        for (String line : words.lines().toList()) {
            Vector<String> found = codes(line);
            over |= opens(line, SESSION_OVER) || opens(line, TOKEN_OVER);
            codes = codes.appendAll(found);
        }
        // Of a call whose parameters could not be read nothing ran; the refused token may stand anywhere in the detail.
        over |= codes.headOption().contains(PARAMETERS) && codes.contains(TOKEN_OVER);
        return new Fault(codes.distinct(), words, over);
    }

    /** A refusal without words, such as a status or a way to a logon page. */
    static Fault signInRequired() {
        return new Fault(Vector.empty(), "", true);
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    boolean hasAny(Seq<String> some) {
        return codes.exists(some::contains);
    }

    /** Whether it has a code of one of these families, such as {@code XTK}. */
    boolean isOf(Seq<String> families) {
        return codes.exists(code -> families.contains(code.substring(0, 3)));
    }

    /** Whether its words hold {@code text}, case ignored. */
    boolean mentions(String text) {
        return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    boolean mentionsAny(Seq<String> texts) {
        return texts.exists(this::mentions);
    }

    @Override
    public String toString() {
        return codes.isEmpty() ? "no code" : codes.mkString(", ");
    }

    private static boolean opens(String line, String code) {
        return line.stripLeading().startsWith(code);
    }

    private static Vector<String> codes(String line) {
        Vector<String> found = Vector.empty();
        Matcher first = FIRST.matcher(line);
        String rest = line;
        if (first.lookingAt()) {
            found = found.append(first.group(1));
            rest = line.substring(first.end());
        }
        Matcher later = LATER.matcher(QUOTED.matcher(rest).replaceAll(" "));
        while (later.find()) {
            found = found.append(later.group());
        }
        return found;
    }
}
