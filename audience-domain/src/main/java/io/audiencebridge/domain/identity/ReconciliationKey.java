// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.immutables.value.Value;

/** By which id people are matched between two systems, and in which form it is stored and travels. */
public sealed interface ReconciliationKey {
    /** The Experience Cloud id, found through the recipient's tracking logs (SEMANTICS S9, S10). */
    record Visitor() implements ReconciliationKey {}

    /** A field of the recipient. */
    @HouseValue
    @Value.Immutable
    non-sealed interface Declared extends ReconciliationKey {
        /** The recipient's field, as the source system names it, such as {@code email} or {@code declaredId}. */
        String field();

        /** What the field holds. */
        @Value.Default
        default KeyContent content() {
            return KeyContent.OPAQUE;
        }

        /** The form in which the source system holds it. */
        @Value.Default
        default KeyForm stored() {
            return KeyForm.PLAIN;
        }

        /** The form in which it travels. Hashed and stored hashed is not hashed again. */
        @Value.Default
        default KeyForm wire() {
            return KeyForm.PLAIN;
        }

        /** How it is encrypted and decrypted; needed if either form is {@link KeyForm#ENCRYPTED}. */
        Optional<DeclaredIdCipher> cipher();

        /** A new builder. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds declared keys. */
        final class Builder extends ImmutableDeclared.Builder {
            Builder() {}
        }
    }
}
