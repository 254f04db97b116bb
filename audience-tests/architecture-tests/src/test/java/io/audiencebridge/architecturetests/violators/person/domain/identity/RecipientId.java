// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.person.domain.identity;

public record RecipientId(long low) {
    public static String text(long low) {
        return Long.toString(low);
    }
}
