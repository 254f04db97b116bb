// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * A kind of thing: where it lies in the API and how it looks on the wire.
 *
 * @param <T> a thing as it is there
 * @param <D> the part of it that a caller decides
 */
interface Kind<T extends D, D> {
    /** The path of its list, with a slash at the end. */
    String path();

    /** What it is called in a message, such as {@code trait}. */
    String word();

    /** The member that holds its number. */
    String key();

    /** Whether the API has a call that deletes many. */
    default boolean deletedInBulk() {
        return true;
    }

    /** What a single one is asked for with. */
    default Parameters details() {
        return Parameters.NONE;
    }

    /** What a list is asked for with, so that it shows as much as a single one. */
    default Parameters listDetails() {
        return Parameters.NONE;
    }

    long id(T thing);

    /** Reads an answer. Left: {@code ProtocolBreach} when a member is missing that we cannot do without. */
    Either<BridgeError, T> read(JsonNode answer, Call call);

    /** The members of a draft, those that say nothing left out. */
    ObjectNode write(D draft);

    /** The members of a new thing. */
    default ObjectNode newborn(D draft) {
        return write(draft);
    }

    /** What the API's documented limits have against a draft. */
    Seq<Violation> check(D draft);

    /** What they have against it as something new. */
    default Seq<Violation> checkNew(D draft) {
        return check(draft);
    }
}
