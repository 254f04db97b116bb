// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A type that Campaign's methods take and give, with the Java type that carries it. Empty text is a value of {@link #STRING} and {@link #PRIMARY_KEY}; an
 * empty number or boolean is 0 or false, as Campaign itself reads it; an empty date, time, element or document is none.
 *
 * @param <T> the Java type
 */
public final class SoapType<T> {
    /** Text: Campaign's {@code string} and {@code memo}. */
    public static final SoapType<String> STRING = new SoapType<>("string", String.class);

    /** The key of a record, {@code schema|key|key}. */
    public static final SoapType<String> PRIMARY_KEY = new SoapType<>("primarykey", String.class);

    /** Campaign's {@code boolean}. */
    public static final SoapType<Boolean> BOOLEAN = new SoapType<>("boolean", Boolean.class);

    /** Campaign's {@code byte}. */
    public static final SoapType<Byte> BYTE = new SoapType<>("byte", Byte.class);

    /** Campaign's {@code short}. */
    public static final SoapType<Short> SHORT = new SoapType<>("short", Short.class);

    /** 32 bits: Campaign's {@code long}. */
    public static final SoapType<Integer> INT = new SoapType<>("int", Integer.class);

    /** 64 bits: Campaign's {@code int64}. */
    public static final SoapType<Long> LONG = new SoapType<>("long", Long.class);

    /** Campaign's {@code float}; neither infinite nor NaN. */
    public static final SoapType<Float> FLOAT = new SoapType<>("float", Float.class);

    /** Campaign's {@code double}; neither infinite nor NaN. */
    public static final SoapType<Double> DOUBLE = new SoapType<>("double", Double.class);

    /** Campaign's {@code datetime}, in milliseconds; years 1 to 9999. */
    public static final SoapType<Instant> DATE_TIME = new SoapType<>("dateTime", Instant.class);

    /** Campaign's {@code date}; years 1 to 9999. */
    public static final SoapType<LocalDate> DATE = new SoapType<>("date", LocalDate.class);

    /** An XML element: Campaign's {@code DOMElement}, and every type that is named after an element of a schema. */
    public static final SoapType<XmlElement> ELEMENT = new SoapType<>("element", XmlElement.class);

    /** An XML document, given as its root: Campaign's {@code DOMDocument}. */
    public static final SoapType<XmlElement> DOCUMENT = new SoapType<>("document", XmlElement.class);

    private final String name;
    private final Class<T> javaType;

    private SoapType(String name, Class<T> javaType) {
        this.name = name;
        this.javaType = javaType;
    }

    /** The type that carries it. */
    public Class<T> javaType() {
        return javaType;
    }

    @Override
    public String toString() {
        return name;
    }
}
