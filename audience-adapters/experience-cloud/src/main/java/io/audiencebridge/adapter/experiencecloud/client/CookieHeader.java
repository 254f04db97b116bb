// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;

/** The cookies of a request by their decoded names; values stay as they came. Of two with one name the first counts, which is the one of the narrower path. */
final class CookieHeader {
    private CookieHeader() {}

    static Map<String, String> read(String header) {
        java.util.Map<String, String> cookies = new java.util.HashMap<>();
        for (String part : header.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = Percent.decodeOrKeep(part.substring(0, equals).strip());
                cookies.putIfAbsent(name, unquoted(part.substring(equals + 1).strip()));
            }
        }
        return HashMap.ofAll(cookies);
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }
}
