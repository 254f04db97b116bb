// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/** What the ids of a file's data source are. A file holds ids of one kind; a row with another is rejected and counted. */
public enum UserIds {
    /** 38 digits: Audience Manager's own ids or Experience Cloud ids, whichever the data source's inbound id key says. */
    VISITOR_ID,
    /** Ids that the customer gives, as they are. What looks like an e-mail address or a phone number is rejected: it must not travel plain. */
    DECLARED_ID,
    /** SHA-256 of such ids, or of e-mail addresses, in lower-case hexadecimal. */
    HASHED_ID,
    /** Advertising ids; the kind of a {@link GlobalDataSource} and of no other. */
    DEVICE_ID
}
