// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a bridge reaches the systems.
 *
 * @param relayed past the relays, else straight to the sandbox
 * @param secure over TLS
 * @param limit time of one call of the bridge
 * @param store another address of the S3 store
 * @param encrypted whether files are encrypted
 * @param wrongKey with a stranger's keys
 */
record Way(boolean relayed, boolean secure, Duration limit, Optional<URI> store, boolean encrypted, boolean wrongKey) {
    /** Straight to the sandbox, to prepare and to look. */
    static final Way STRAIGHT = new Way(false, false, Duration.ofSeconds(60), Optional.empty(), false, false);

    /** Past the relays. */
    static Way relayed(Duration limit) {
        return new Way(true, false, limit, Optional.empty(), false, false);
    }

    /** Likewise, over TLS. */
    Way overTls() {
        return new Way(relayed, true, limit, store, encrypted, wrongKey);
    }

    /** Likewise, with the store at another address. */
    Way storeAt(URI address) {
        return new Way(relayed, secure, limit, Optional.of(address), encrypted, wrongKey);
    }

    /** Likewise, for a use case whose files may be encrypted. */
    Way of(Use use) {
        return new Way(relayed, secure, limit, store, use.isEncrypted(), wrongKey);
    }

    /** Likewise, with a stranger's keys. */
    Way withWrongKey() {
        return new Way(relayed, secure, limit, store, encrypted, true);
    }
}
