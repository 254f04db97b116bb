// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/** In which form a declared id is stored or travels (SEMANTICS S18). */
public enum KeyForm {
    /** As the customer knows it. */
    PLAIN,
    /** SHA-256 of the normalised value's UTF-8 bytes, as 64 lower-case hexadecimal digits, without salt. */
    SHA256,
    /** Encrypted by a {@link DeclaredIdCipher}, as hexadecimal digits in lower case. */
    ENCRYPTED
}
