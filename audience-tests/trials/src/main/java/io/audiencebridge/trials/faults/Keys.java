// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.adapter.openpgp.OpenPgpSettings;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.OpenPgpKeyPair;

/** Whose OpenPGP keys are whose: Audience Manager's, which inbound files are encrypted to, ours, which exports are encrypted to, and a stranger's. */
final class Keys {
    private static final OpenPgpKeyPair AUDIENCE_MANAGERS = OpenPgpKeyPair.made();
    private static final OpenPgpKeyPair OURS = OpenPgpKeyPair.made();
    private static final OpenPgpKeyPair STRANGERS = OpenPgpKeyPair.made();

    private Keys() {}

    /** In armour. */
    static String audienceManagersSecret() {
        return AUDIENCE_MANAGERS.secretKey();
    }

    /** In armour. */
    static String oursToEncryptTo() {
        return OURS.publicKey();
    }

    /** Encrypts inbound files. */
    static OpenPgpSettings inbound(boolean wrong) {
        return OpenPgpSettings.builder()
                .publicKey((wrong ? STRANGERS : AUDIENCE_MANAGERS).publicKey())
                .build();
    }

    /** Decrypts exports. */
    static OpenPgpSettings exports(boolean wrong) {
        return OpenPgpSettings.builder()
                .privateKey(Secret.of((wrong ? STRANGERS : OURS).secretKey()))
                .build();
    }
}
