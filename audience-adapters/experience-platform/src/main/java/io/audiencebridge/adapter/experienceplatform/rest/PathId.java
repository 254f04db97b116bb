// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/** An id as the last part of an address. */
final class PathId {
    /** Begins with no dot, so that it never climbs to another address. */
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._~:@=+-]{0,499}");

    private PathId() {}

    /** The id, encoded. Left: {@code InvalidRequest} for what is none. */
    static Either<BridgeError, String> of(String thing, String id) {
        return SOUND.matcher(id).matches()
                ? Either.right(Parameters.encoded(id))
                : Either.left(BridgeError.InvalidRequest.of(
                        thing, "'" + id + "' is no id of a " + thing + "; take it from the list"));
    }
}
