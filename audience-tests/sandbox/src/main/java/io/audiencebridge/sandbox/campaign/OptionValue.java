// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/**
 * An option's value as {@code GetOption} answers it. Source: campaign.md, sections 3.6 and 4.6.
 *
 * @param type the code of its type: 6 text, 3 long, 1 byte, 2 short, 4 and 5 real, 7 date and time, 10 date, 12 and 13 memo, 14 time span, 15 boolean
 * @param text the value
 */
record OptionValue(String type, String text) {
    private static final OptionValue NONE = new OptionValue("0", "");

    /** The value of an option's record: its type says in which column it stands. */
    static OptionValue of(Row option) {
        String type = option.column("@dataType");
        return switch (type) {
            case "1", "2", "3", "14", "15" -> new OptionValue(type, option.column("@longValue"));
            case "4", "5" -> new OptionValue(type, option.column("@doubleValue"));
            case "7", "10" -> new OptionValue(type, option.column("@timeStampValue"));
            case "12", "13" -> new OptionValue(type, option.column("memoValue"));
            case "6" -> new OptionValue(type, option.column("@stringValue"));
            default -> NONE;
        };
    }

    /** Of an option that does not exist: that is no fault. */
    static OptionValue none() {
        return NONE;
    }
}
