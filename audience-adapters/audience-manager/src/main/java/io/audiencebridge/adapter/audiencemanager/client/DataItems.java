// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/**
 * What a row says of its user, checked and encoded once, so that many rows can share it. Immutable; safe for use by several threads.
 *
 * <p>Source: Audience Manager, "Inbound data file contents".
 */
public final class DataItems {
    /** Nothing: in a file that overwrites, the user loses all traits of their owner. */
    public static final DataItems NONE = new DataItems("", false);

    private final String text;
    private final boolean removing;

    private DataItems(String text, boolean removing) {
        this.text = text;
        this.removing = removing;
    }

    /** The user gets {@code trait}. */
    public static Either<BridgeError, DataItems> adding(long trait) {
        return builder().add(trait).build();
    }

    /** The user loses {@code trait}. */
    public static Either<BridgeError, DataItems> removing(long trait) {
        return builder().remove(trait).build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The items as they stand in the row. */
    public String text() {
        return text;
    }

    /** The bytes of {@link #text()}. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether there is no item. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether an item removes a trait, which a file that overwrites does not heed. */
    public boolean isRemoving() {
        return removing;
    }

    /** Collects items. Not thread-safe. */
    public static final class Builder {
        private Vector<String> items = Vector.empty();
        private Vector<Violation> violations = Vector.empty();
        private boolean removing;

        private Builder() {}

        /** Adds the trait with that number (sid), an onboarded one of the file's owner. */
        public Builder add(long trait) {
            return item("trait", SignalText.trait("d_sid=", trait));
        }

        /** Removes the trait with that number (sid). */
        public Builder remove(long trait) {
            removing = true;
            return item("trait", SignalText.trait("d_unsid=", trait));
        }

        /** States the signal {@code ic=code}: whoever's onboarded rule asks for it, realises. */
        public Builder code(String code) {
            return item("code", SignalText.code(code));
        }

        /** States a signal of the user, for the rules of onboarded traits. No personal data: keys and values that look like an address are refused. */
        public Builder signal(String key, String value) {
            return item("signal", SignalText.pair(key, value));
        }

        /** The items. Left: {@code InvalidRequest} with every mistake; a message shows no value. */
        public Either<BridgeError, DataItems> build() {
            return violations.isEmpty()
                    ? Either.right(new DataItems(items.mkString(","), removing))
                    : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }

        private Builder item(String subject, Either<String, String> text) {
            text.peek(sound -> items = items.append(sound))
                    .peekLeft(wrong -> violations = violations.append(new Violation(subject, wrong)));
            return this;
        }
    }
}
