// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import java.time.Instant;
import java.time.ZoneOffset;

/** Where the files of one day lie: {@code partner/date=YYYY-MM-DD/}. */
final class InboundFolder {
    /** UNVERIFIED: the page on names writes it so, a sample of the receipt mail shows the bare date. */
    private static final String DATE = "date=";

    private final String partner;

    InboundFolder(String partner) {
        this.partner = partner;
    }

    /** The folder of the stamp's UTC day, which stays the same when an upload is repeated a day later (SEMANTICS S20). */
    String of(Instant stamp) {
        return partner + "/" + DATE + stamp.atOffset(ZoneOffset.UTC).toLocalDate() + "/";
    }
}
