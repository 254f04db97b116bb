// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;

/** How keys of exports meet recipients' keys: both normalised and hashed, in whatever form either side holds them. Nothing of it leaves, so plain is no danger. */
final class ReceivedKeys {
    private ReceivedKeys() {}

    /** The key by which recipients are matched. */
    static ReconciliationKey matching(ReconciliationKey key) {
        return key instanceof Declared declared
                ? Declared.builder().from(declared).wire(KeyForm.SHA256).build()
                : key;
    }

    /** From the form in the exports to the form that is matched. */
    static KeyTranslator fromExport(ReconciliationKey key) {
        if (key instanceof Declared declared && declared.wire() != KeyForm.SHA256) {
            return KeyTranslator.storedToWire(Declared.builder()
                    .from(declared)
                    .stored(declared.wire())
                    .wire(KeyForm.SHA256)
                    .build());
        }
        return KeyTranslator.checkingWire(key);
    }
}
