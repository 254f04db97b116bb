// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * What a method gave, in its order. Its text form shows no value.
 *
 * @param values one for each output that the method was said to have
 */
public record SoapOutputs(Seq<Given<?>> values) {
    /** How many there are. */
    public int size() {
        return values.size();
    }

    /**
     * The output at {@code position}, the first being 0; none when a date, time, element or document is empty.
     *
     * @throws IndexOutOfBoundsException if there is no such output
     * @throws IllegalArgumentException if the output is of another type
     */
    public <T> Option<T> value(int position, SoapType<T> type) {
        Given<?> given = values.get(position);
        if (!given.type().equals(type)) {
            throw new IllegalArgumentException(
                    "Output " + position + " is of type " + given.type() + ", not " + type + "; ask for that");
        }
        return given.value().map(type.javaType()::cast);
    }

    /**
     * One output.
     *
     * @param type its type
     * @param value its value; none when a date, time, element or document is empty
     * @param <T> the Java type
     */
    public record Given<T>(SoapType<T> type, Option<T> value) {
        @Override
        public String toString() {
            return type + (value.isEmpty() ? " (none)" : "");
        }
    }
}
