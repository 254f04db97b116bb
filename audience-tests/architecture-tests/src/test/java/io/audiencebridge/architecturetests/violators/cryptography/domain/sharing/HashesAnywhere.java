// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.cryptography.domain.sharing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A deliberate violator. */
public final class HashesAnywhere {
    MessageDigest digest() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }
}
