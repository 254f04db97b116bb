// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.system.ConnectionName;

/** How to reach a system. Secrets are held as {@code Secret}, so that settings can be printed. */
public interface ConnectorSettings {
    /** The name of the connection; by default the system's. */
    ConnectionName connection();
}
