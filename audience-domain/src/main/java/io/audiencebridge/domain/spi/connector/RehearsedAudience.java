// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.system.ConnectionName;

/**
 * An audience as preparing would leave it.
 *
 * @param prepared what preparing would answer; where the audience is not there yet, its address is one of nobody's
 * @param isNew whether it would be created
 * @param writes how many calls that write preparing would make
 */
public record RehearsedAudience(PreparedAudience prepared, boolean isNew, long writes) {
    /** The id of an audience that is not there yet. */
    private static final String NOBODYS = "(new)";

    /** An address for an audience that is not there yet. */
    public static AudienceRef address(ConnectionName connection) {
        return new AudienceRef(connection, NOBODYS);
    }

    /** Whether that is the address of an audience that is not there yet. */
    public static boolean isNobodys(AudienceRef audience) {
        return audience.id().equals(NOBODYS);
    }
}
