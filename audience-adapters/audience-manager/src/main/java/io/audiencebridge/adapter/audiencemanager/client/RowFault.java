// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/** Why a row of an inbound file does not count. Source: Audience Manager, "Inbound data file contents", "Inbound data receipts". */
public enum RowFault {
    /** The row does not follow the grammar. */
    FORMAT("is not an id, one TAB and items"),
    /** The id has not the 38 digits that its data source asks for. */
    INVALID_VISITOR_ID("has an id without the 38 digits that its data source asks for"),
    /** The id has not the form of its device ids, such as their case. */
    INVALID_DEVICE_ID("has an id that is no device id of its data source; case matters"),
    /** The id holds what the grammar cannot carry, or is no hash where one is due. */
    INVALID_ID("has an id that the file cannot carry"),
    /** The id looks like an e-mail address or a phone number. */
    PERSONAL_DATA("has an id that looks like an e-mail address or a phone number; hash it"),
    /** The row is longer than 102,400 bytes. */
    TOO_LONG("is longer than 102,400 bytes"),
    /** The user has 200 rows in the file already. */
    TOO_MANY_ROWS("is beyond the 200 rows that a user may have in a file"),
    /** The person has ten hashed e-mail addresses in the file already. */
    TOO_MANY_ADDRESSES("is beyond the ten hashed e-mail addresses that a person may have in a file");

    private final String words;

    RowFault(String words) {
        this.words = words;
    }

    /** What is wrong, in words that follow "the row". */
    public String words() {
        return words;
    }
}
