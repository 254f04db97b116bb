// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What a query reads: a schema, or the table of one list.
 *
 * @param list the list whose own table is read; null for the other schemas
 */
record From(Schema schema, @Nullable RecipientGroup list) {
    private static final String OWN_TABLE = Schema.OWN_TABLE.id() + ":";

    /** What a name stands for; a fault names a schema, or a list's table, that does not exist (any more). */
    static From named(String id, CampaignData data) {
        if (!id.startsWith(OWN_TABLE)) {
            return new From(Schema.named(id), null);
        }
        RecipientGroup list = data.group(id.substring(OWN_TABLE.length()));
        if (list == null || !list.hasOwnTable() || isExpired(list, data)) {
            throw SoapFault.inMethod("XTK-170024 The temporary schema '" + id + "' is unknown.");
        }
        return new From(Schema.OWN_TABLE, list);
    }

    private static boolean isExpired(RecipientGroup list, CampaignData data) {
        String expiration = list.column("@expirationDate");
        return !list.is("@deleteStatus", "0")
                || (!expiration.isEmpty() && Times.instant(expiration).isBefore(data.now()));
    }
}
