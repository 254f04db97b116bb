// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.audience;

import io.audiencebridge.domain.system.ConnectionName;

/**
 * Addresses one audience: the connection it is seen through and its id there.
 *
 * @param connection which connection
 * @param id the system's own id, as text: a list's id or internal name in Campaign, a segment's number in Audience Manager
 */
public record AudienceRef(ConnectionName connection, String id) {
    @Override
    public String toString() {
        return connection + "/" + id;
    }
}
