// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values for a query. */
final class Encoded {
    private Encoded() {}

    /** Percent-encoded, blanks too: a plus sign means a blank in forms only. */
    static String component(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
