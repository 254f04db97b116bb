// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

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
    private static final Pattern ITEM = Pattern.compile("(?:[^\",]|\"[^\"]*\")+");
    private static final Pattern REMOVAL = Pattern.compile("(\\d{1,18}):(?:0|-1)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern PAIR = Pattern.compile("-?\\s*(\"[^\"]+\"|[^\"=]+?)\\s*=\\s*(\"[^\"]*\"|[^\"]*)");

    static RowItems read(String text) {
        RowItems items = new RowItems(new ArrayList<>(), new ArrayList<>(), new Signals(), true);
        Matcher item = ITEM.matcher(text);
        int end = 0;
        boolean sound = true;
        while (item.find()) {
            sound &= text.substring(end, item.start()).replace(",", "").isEmpty();
            sound &= item.group().isBlank() || items.add(item.group().strip());
            end = item.end();
        }
        sound &= text.substring(end).replace(",", "").isEmpty();
        return new RowItems(items.adds, items.removes, items.signals, sound);
    }

    private boolean add(String item) {
        Matcher removal = REMOVAL.matcher(item);
        if (removal.matches()) {
            removes.add(Long.valueOf(removal.group(1)));
            return true;
        }
        if (NUMBER.matcher(item).matches()) {
            signals.add("ic", item);
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
