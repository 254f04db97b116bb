// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * Customer ids in the text of queries. Reading takes what can be read and drops the rest, in time proportional to the text's length. Source: experience-cloud.md,
 * section 2.4.
 */
public final class CustomerIds {
    private static final String ENCODED_SEPARATOR = "%01";

    private CustomerIds() {}

    /** The ids that a call's query names; one without a state is {@link AuthenticationState#UNKNOWN}. */
    public static Seq<CustomerId> ofRequest(String query) {
        return read(query, false);
    }

    /** The ids that one of Adobe's mobile SDKs stored; one without a state is dropped, as these do. */
    public static Seq<CustomerId> ofStore(String text) {
        return read(text, true);
    }

    /** The ids as parameters of a query, each encoded once. */
    public static String query(Seq<CustomerId> ids) {
        return ids.map(CustomerId::parameter).mkString("&");
    }

    private static Seq<CustomerId> read(String query, boolean stateNeeded) {
        List<CustomerId> found = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                kind(pair.substring(0, equals))
                        .flatMap(kind -> id(kind, pair.substring(equals + 1), stateNeeded))
                        .forEach(found::add);
            }
        }
        return Vector.ofAll(found);
    }

    private static Option<IdNamespace.Kind> kind(String parameter) {
        return Vector.of(IdNamespace.Kind.values())
                .find(kind -> kind.parameter().equals(parameter));
    }

    private static Option<CustomerId> id(IdNamespace.Kind kind, String value, boolean stateNeeded) {
        String[] parts = value.split(ENCODED_SEPARATOR, -1);
        if (parts.length != 3 && (stateNeeded || parts.length != 2)) {
            return Option.none();
        }
        Option<AuthenticationState> state =
                parts.length == 2 ? Option.some(AuthenticationState.UNKNOWN) : AuthenticationState.of(parts[2]);
        return state.flatMap(known -> Percent.decode(parts[0])
                .flatMap(code -> Percent.decode(parts[1])
                        .map(id -> CustomerId.builder()
                                .namespace(new IdNamespace(kind, code))
                                .id(id)
                                .state(known)
                                .build()))
                .filter(id -> id.violation().isEmpty()));
    }
}
