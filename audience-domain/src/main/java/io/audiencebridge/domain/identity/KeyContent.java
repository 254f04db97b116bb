// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/** What a declared id's field holds, which decides how it is normalised (SEMANTICS S18). */
public enum KeyContent {
    /** A customer number or the like: taken as it is, case included. */
    OPAQUE,
    /** An e-mail address: trimmed, lower-cased, exactly one {@code @} with something on both sides. Never travels plain. */
    EMAIL,
    /** A phone number: E.164 after separators are removed. Never travels plain. */
    PHONE
}
