// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/**
 * Names a run, in every process and for ever.
 *
 * @param value letters, digits and hyphens, so that it can be part of a file name
 */
public record RunId(String value) {
    /** Refuses what could not be part of a file name. */
    public RunId {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("Run id '" + value + "' must be 1 to 64 letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
