// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import org.immutables.value.Value;

/** Asks for a kept copy of all recipients' keys beside the journal, from which imports match. It is personal data: whoever keeps it answers for it. */
@HouseValue
@Value.Immutable
public interface RecipientIndexSettings {
    /** The fewest characters of a secret. */
    int SHORTEST_SECRET = 12;

    /** Encrypts the copy. Under another secret it is built anew. At least 12 characters; a random one is best. */
    Secret secret();

    /** After how long a copy that nobody built anew is deleted, at the next import by a bridge with these settings, whatever route that takes, unless it asks for a proof that a copy cannot give; 30 days by default. */
    @Value.Default
    default Duration lifetime() {
        return Duration.ofDays(30);
    }

    /** After how long all recipients are read anew, since removed recipients leave no trace in what changed; 7 days by default (SEMANTICS S10). */
    @Value.Default
    default Duration rebuildAfter() {
        return Duration.ofDays(7);
    }

    /** All that is wrong with {@code settings}; empty when nothing is. */
    static Seq<Violation> violations(RecipientIndexSettings settings) {
        Vector<Violation> found = Vector.empty();
        if (settings.secret().reveal().length() < SHORTEST_SECRET) {
            found = found.append(new Violation(
                    "recipientIndex.secret", "is shorter than " + SHORTEST_SECRET + " characters; take a random one"));
        }
        if (settings.rebuildAfter().isNegative()
                || settings.rebuildAfter().isZero()
                || settings.rebuildAfter().compareTo(settings.lifetime()) > 0) {
            found = found.append(new Violation(
                    "recipientIndex.rebuildAfter",
                    settings.rebuildAfter() + " must be more than nothing and at most the lifetime, "
                            + settings.lifetime()));
        }
        return found;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableRecipientIndexSettings.Builder {
        Builder() {}
    }
}
