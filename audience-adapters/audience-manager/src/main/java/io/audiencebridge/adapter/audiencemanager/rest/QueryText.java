// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.vavr.collection.Map;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The query of an address. */
final class QueryText {
    private QueryText() {}

    /** {@code query} from its question mark on; empty for an empty one. */
    static String of(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.map(one -> one._1 + "=" + encoded(one._2)).mkString("?", "&", "");
    }

    /** A blank as {@code %20}: {@code +} means a blank in forms only. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
