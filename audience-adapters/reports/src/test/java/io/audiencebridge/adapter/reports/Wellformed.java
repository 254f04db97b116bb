// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts elements that are opened and closed. */
final class Wellformed {
    private static final Set<String> WITHOUT_END = Set.of("meta", "link", "br");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)(?: [a-zA-Z0-9-]+=\"[^\"<>]*\")*>");

    private Wellformed() {}

    /** The elements that are open at the end; fails where one is closed that is not open, or where a bracket is no element's. */
    static Deque<String> openAtTheEnd(String page) {
        Deque<String> open = new ArrayDeque<>();
        String markup = page.substring(page.indexOf("<html")).replaceAll("(?s)<style>.*?</style>", "");
        Matcher tags = TAG.matcher(markup);
        for (MatchResult tag : tags.results().toList()) {
            follow(open, tag.group(1).equals("/"), tag.group(2));
        }
        if (markup.replaceAll(TAG.pattern(), "").matches("(?s).*[<>].*")) {
            throw new AssertionError("A bracket that belongs to no element");
        }
        return open;
    }

    private static void follow(Deque<String> open, boolean closes, String name) {
        if (!closes && !WITHOUT_END.contains(name)) {
            open.push(name);
        }
        if (closes && !name.equals(open.poll())) {
            throw new AssertionError("</" + name + "> closes another element");
        }
    }
}
