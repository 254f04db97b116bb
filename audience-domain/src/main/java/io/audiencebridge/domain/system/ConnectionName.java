// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.system;

/**
 * The name under which a connection to a system is addressed; by default the system's own name, so that two instances of one system can live side by side.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record ConnectionName(String value) {
    /** Refuses a name that could not be part of a folder name or an address. */
    public ConnectionName {
        if (!value.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "Connection name '" + value + "' must be lower-case letters, digits and hyphens");
        }
    }

    /** The default name of a connection to {@code system}. */
    public static ConnectionName of(SystemId system) {
        return new ConnectionName(system.name());
    }

    @Override
    public String toString() {
        return value;
    }
}
