// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.util.Optional;

/**
 * A device in the moment of a call.
 *
 * @param uuid the device
 * @param signedIn who is signed in on it: authentication state 1 and no other. Source: audience-manager.md, section 1.2
 */
public record Visit(String uuid, Optional<DeclaredId> signedIn) {
    /** A person as the customer calls it. */
    public record DeclaredId(long dataSource, String id) {}
}
