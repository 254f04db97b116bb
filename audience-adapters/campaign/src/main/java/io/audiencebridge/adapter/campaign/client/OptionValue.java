// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The value of one of Campaign's options, by its type. Its text form shows the type alone, since options hold secrets, too. Source: {@code xtk:option} and
 * the type codes of {@code xtk:session#GetOption}.
 */
public sealed interface OptionValue {
    /**
     * Text of one line.
     *
     * @param value the text
     */
    record Text(String value) implements OptionValue {
        @Override
        public String toString() {
            return "Text[hidden]";
        }
    }

    /**
     * Text of many lines.
     *
     * @param value the text
     */
    record Memo(String value) implements OptionValue {
        @Override
        public String toString() {
            return "Memo[hidden]";
        }
    }

    /**
     * A whole number; also a time span, in seconds.
     *
     * @param value the number
     */
    record Whole(long value) implements OptionValue {
        @Override
        public String toString() {
            return "Whole[hidden]";
        }
    }

    /**
     * A number with a fraction; neither infinite nor NaN.
     *
     * @param value the number
     */
    record Fraction(double value) implements OptionValue {
        @Override
        public String toString() {
            return "Fraction[hidden]";
        }
    }

    /**
     * True or false.
     *
     * @param value which
     */
    record Flag(boolean value) implements OptionValue {
        @Override
        public String toString() {
            return "Flag[hidden]";
        }
    }

    /**
     * A moment.
     *
     * @param value the moment, in milliseconds
     */
    record Moment(Instant value) implements OptionValue {
        @Override
        public String toString() {
            return "Moment[hidden]";
        }
    }

    /**
     * A day.
     *
     * @param value the day
     */
    record Day(LocalDate value) implements OptionValue {
        @Override
        public String toString() {
            return "Day[hidden]";
        }
    }
}
