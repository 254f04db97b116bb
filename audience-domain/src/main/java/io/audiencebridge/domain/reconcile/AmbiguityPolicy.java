// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

/** What happens with a key that names several different recipients (SEMANTICS S4). */
public enum AmbiguityPolicy {
    /** Every recipient that the key names enters, as Campaign's own join does. The default. */
    ALL,
    /** None of them enters. */
    NONE,
    /** The recipient with the smallest id enters. */
    FIRST
}
