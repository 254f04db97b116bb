// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.system.ConnectionName;

/**
 * Addresses one recipient. Prints no id.
 *
 * @param connection the connection through which the recipient is seen
 * @param recipient the system's own id
 */
public record RecipientRef(ConnectionName connection, RecipientId recipient) {}
