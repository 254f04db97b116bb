// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.system;

/**
 * The name of a system at one end of a share, lower case with hyphens, such as {@code campaign}.
 *
 * @param name lower-case letters, digits and hyphens
 */
public record SystemId(String name) {
    /** Adobe Campaign Classic v7 and v8. */
    public static final SystemId CAMPAIGN = new SystemId("campaign");

    /** Adobe Audience Manager. */
    public static final SystemId AUDIENCE_MANAGER = new SystemId("audience-manager");

    /** Refuses a name that no address could carry. */
    public SystemId {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "System id '" + name + "' must be lower-case letters, digits and hyphens");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
