// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

/**
 * A recipient with whom a {@link RecipientListsContract} is tried.
 *
 * @param id the recipient's number
 * @param declaredId what the field {@link RecipientListsContract#FIELD} holds; empty if nothing
 * @param optedOut whether the person must not be shared
 */
public record ListedPerson(long id, String declaredId, boolean optedOut) {}
