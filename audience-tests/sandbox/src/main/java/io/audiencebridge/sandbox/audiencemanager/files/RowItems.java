// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.rules.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of a row: traits to add, traits to remove, signals. Source: audience-manager.md, section 4.4.
 *
 * @param adds traits of {@code d_sid}
 * @param removes traits of {@code d_unsid}, {@code :0} and {@code :-1}
 * @param signals everything else; a bare number is a signal {@code ic}
 * @param sound whether every item could be read
 */
record RowItems(List<Long> adds, List<Long> removes, Signals signals, boolean sound) {
    private static final Pattern REMOVAL = Pattern.compile("(\\d{1,18}):(?:0|-1)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern PAIR = Pattern.compile("-?\\s*(\"[^\"]+\"|[^\"=]+?)\\s*=\\s*(\"[^\"]*\"|[^\"]*)");

    /**
     * Reads the items of a row.
     *
     * @param numbersAreTraits whether a bare number is a trait to add and not a signal
     */
    static RowItems read(String text, boolean numbersAreTraits) {
        RowItems items = new RowItems(new ArrayList<>(), new ArrayList<>(), new Signals(), true);
        boolean sound = true;
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            char found = at == text.length() ? ',' : text.charAt(at);
            if (found == '"') {
                quoted = !quoted;
            } else if (found == ',' && (!quoted || at == text.length())) {
                String item = text.substring(start, at).strip();
                // A doubled comma stands in Adobe's own sample file.
                sound &= item.isEmpty() || items.add(item, numbersAreTraits);
                start = at + 1;
            }
        }
        return new RowItems(items.adds, items.removes, items.signals, sound && !quoted);
    }

    private boolean add(String item, boolean numbersAreTraits) {
        Matcher removal = REMOVAL.matcher(item);
        if (removal.matches()) {
            removes.add(Long.valueOf(removal.group(1)));
            return true;
        }
        if (NUMBER.matcher(item).matches()) {
            if (numbersAreTraits) {
                adds.add(Long.valueOf(item));
            } else {
                signals.add("ic", item);
            }
            return true;
        }
        Matcher pair = PAIR.matcher(item);
        return pair.matches() && add(unquoted(pair.group(1)), unquoted(pair.group(2)));
    }

    private boolean add(String key, String value) {
        boolean trait = key.equals("d_sid") || key.equals("d_unsid");
        if (!trait) {
            signals.add(key, value);
            return true;
        }
        if (!NUMBER.matcher(value).matches()) {
            return false;
        }
        (key.equals("d_sid") ? adds : removes).add(Long.valueOf(value));
        return true;
    }

    boolean isEmpty() {
        return adds.isEmpty() && removes.isEmpty() && signals.isEmpty();
    }

    private static String unquoted(String text) {
        String stripped = text.strip();
        return stripped.length() > 1 && stripped.startsWith("\"")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }
}
