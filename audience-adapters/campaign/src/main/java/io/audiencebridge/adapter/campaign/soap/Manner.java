// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.TraceDetail;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the requests of a connection look.
 *
 * @param application the embedding application's name; possibly empty
 * @param identified whether they say which client sends them
 * @param signIn the kind of sign-in, as they say it
 * @param requestIds whether they carry the call's correlation id as {@code x-request-id}
 * @param headers further headers of each
 * @param observers who hears of them
 */
public record Manner(
        String application,
        boolean identified,
        String signIn,
        boolean requestIds,
        Map<String, String> headers,
        Observers observers) {
    /** What a caller may not set, in lower case: the sign-in, and what would break the request. */
    private static final Set<String> OURS = Set.of(
            "authorization",
            "cookie",
            "x-security-token",
            "x-session-token",
            "soapaction",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "accept-encoding",
            "connection",
            "host",
            "expect",
            "upgrade",
            "te",
            "trailer");

    /** Nothing but what is needed. */
    static Manner plain() {
        return new Manner("", false, "", false, Map.of(), new Observers(List.of(), TraceDetail.OFF));
    }

    /** What is wrong with headers that a caller adds. */
    public static Seq<Violation> check(Map<String, String> added) {
        return Vector.ofAll(added.keySet())
                .filter(name -> OURS.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> new Violation(
                        "headers." + name, "is written by the client itself; sign in by the settings instead"));
    }
}
