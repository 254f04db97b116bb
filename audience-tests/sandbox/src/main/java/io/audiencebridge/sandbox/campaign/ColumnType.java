// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** What a column or an expression holds, and so how its values are compared. Every value travels as text; nothing is an empty one. */
enum ColumnType {
    TEXT,
    NUMBER,
    FLAG,
    DATE,
    TIME,
    MEMO,

    /** Markup that stands in an answer as it is. */
    XML,

    SECRET;

    /** Whether values are compared as numbers, where they are numbers. */
    boolean isNumber() {
        return this == NUMBER || this == FLAG;
    }

    boolean isTime() {
        return this == DATE || this == TIME;
    }

    /** What a column holds that was never written. */
    String absent() {
        return isNumber() ? "0" : "";
    }

    /** A value as it is kept: flags as {@code 0} or {@code 1}. */
    String kept(String value) {
        if (this == FLAG) {
            return value.equals("1") || value.equals("true") ? "1" : "0";
        }
        if (this == NUMBER && value.isEmpty()) {
            return absent();
        }
        return this == TIME ? Times.normal(value) : value;
    }
}
