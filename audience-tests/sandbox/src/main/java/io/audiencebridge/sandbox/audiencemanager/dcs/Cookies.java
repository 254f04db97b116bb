// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.server.HttpCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cookie {@code demdex}: whom a browser is known as. Source: audience-manager.md, sections 1.1, 6.2 and 7.1. */
final class Cookies {
    private static final Pattern DEMDEX = Pattern.compile("(?:^|;\\s*)demdex=([^;]*)");
    private static final Pattern UUID = Pattern.compile("\\d{38}");
    private static final String NOBODY = "NOTARGET";
    private static final String ATTRIBUTES = "; Max-Age=15552000; Domain=.demdex.net; Path=/; Secure; SameSite=None";

    private Cookies() {}

    private static Optional<String> value(HttpCall call) {
        Matcher matcher =
                DEMDEX.matcher(Optional.ofNullable(call.header("Cookie")).orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** The device. */
    static Optional<String> uuid(HttpCall call) {
        return value(call).filter(text -> UUID.matcher(text).matches());
    }

    /** Whether the browser opted out of everything. */
    static boolean isOptedOut(HttpCall call) {
        return value(call).filter(NOBODY::equals).isPresent();
    }

    static void set(HttpCall call, String uuid) {
        call.also("Set-Cookie", "demdex=" + uuid + ATTRIBUTES);
    }

    static void setOptedOut(HttpCall call) {
        call.also("Set-Cookie", "demdex=" + NOBODY + ATTRIBUTES).also("Set-Cookie", "dextp=" + NOBODY + ATTRIBUTES);
    }
}
