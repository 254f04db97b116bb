// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapOutputs.Given;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Typed values in the encoding that Campaign's methods use, there and back. Written is what Adobe's own client writes; read is that, what real servers write,
 * and a narrower number where a wider one was said to come. Source: Campaign's generated WSDL and envelopes of Adobe's client.
 */
final class WireTypes {
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** What an output of a type may say that it is, in lower case. */
    private static final Map<SoapType<?>, Set<String>> SPELLINGS = Map.ofEntries(
            Map.entry(SoapType.STRING, Set.of("string", "primarykey")),
            Map.entry(SoapType.PRIMARY_KEY, Set.of("primarykey", "string")),
            Map.entry(SoapType.BOOLEAN, Set.of("boolean")),
            Map.entry(SoapType.BYTE, Set.of("byte")),
            Map.entry(SoapType.SHORT, Set.of("byte", "short")),
            Map.entry(SoapType.INT, Set.of("byte", "short", "int")),
            Map.entry(SoapType.LONG, Set.of("byte", "short", "int", "long")),
            Map.entry(SoapType.FLOAT, Set.of("float")),
            Map.entry(SoapType.DOUBLE, Set.of("float", "double")),
            Map.entry(SoapType.DATE_TIME, Set.of("datetime")),
            Map.entry(SoapType.DATE, Set.of("date")),
            Map.entry(SoapType.ELEMENT, Set.of("element")),
            Map.entry(SoapType.DOCUMENT, Set.of("element")));

    private static final Map<SoapType<?>, Function<String, ?>> READERS = Map.ofEntries(
            Map.entry(SoapType.BOOLEAN, WireTypes::bool),
            Map.entry(SoapType.BYTE, Byte::valueOf),
            Map.entry(SoapType.SHORT, Short::valueOf),
            Map.entry(SoapType.INT, Integer::valueOf),
            Map.entry(SoapType.LONG, Long::valueOf),
            Map.entry(SoapType.FLOAT, text -> finite(Double.parseDouble(text)).floatValue()),
            Map.entry(SoapType.DOUBLE, text -> finite(Double.parseDouble(text))));

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTypes() {}

    static void write(ParameterWriter out, SoapMethod.Argument<?> argument) {
        Object value = argument.value();
        if (argument.type().equals(SoapType.ELEMENT)) {
            out.element(argument.name(), Trees.markup((XmlElement) value, ""));
        } else if (argument.type().equals(SoapType.DOCUMENT)) {
            out.document(argument.name(), Trees.markup((XmlElement) value, ""));
        } else {
            out.simple(argument.name(), written(argument.type()), text(value));
        }
    }

    /**
     * The output that begins here; ends at its end.
     *
     * @throws XMLStreamException if it says that it is of another type, or is none of it
     */
    static <T> Given<T> read(SoapMethod.Output<T> output, XMLStreamReader xml) throws XMLStreamException {
        SoapType<T> type = output.type();
        String said = local(xml.getAttributeValue(XSI, "type"));
        if (!said.isEmpty() && !SPELLINGS.getOrDefault(type, Set.of()).contains(said)) {
            throw new Answer.Unfit("an output '" + output.name() + "' of another type than " + type);
        }
        if (isTree(type)) {
            return new Given<>(type, Trees.read(xml).children().headOption().map(type.javaType()::cast));
        }
        String text = Pull.text(xml);
        try {
            return new Given<>(type, simple(type, text).map(type.javaType()::cast));
        } catch (NumberFormatException unreadable) {
            throw new Answer.Unfit("an output '" + output.name() + "' that is no " + type);
        }
    }

    private static Option<?> simple(SoapType<?> type, String text) {
        if (type.equals(SoapType.STRING) || type.equals(SoapType.PRIMARY_KEY)) {
            return Option.some(text);
        }
        String value = text.strip();
        Function<String, ?> reader = READERS.get(type);
        if (reader != null) {
            return Option.some(reader.apply(value.isEmpty() ? "0" : value));
        }
        if (value.isEmpty()) {
            return Option.none();
        }
        Option<?> time = type.equals(SoapType.DATE) ? Timestamps.date(value) : Timestamps.instant(zoned(value));
        if (time.isEmpty()) {
            throw new NumberFormatException();
        }
        return time;
    }

    /** A time without a zone is in UTC. */
    private static String zoned(String time) {
        return time.endsWith("Z") || time.matches(".*[+-]\\d\\d:?\\d\\d") ? time : time + "Z";
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new NumberFormatException();
        };
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new NumberFormatException();
        }
        return number;
    }

    private static String text(Object value) {
        if (value instanceof Instant time) {
            return MILLIS.format(time);
        }
        return value instanceof LocalDate day ? day.toString() : String.valueOf(value);
    }

    /** Campaign's own clients spell the type of a time in small letters, and a key as text. */
    private static String written(SoapType<?> type) {
        return type.equals(SoapType.PRIMARY_KEY) ? "string" : type.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isTree(SoapType<?> type) {
        return type.equals(SoapType.ELEMENT) || type.equals(SoapType.DOCUMENT);
    }

    private static String local(@Nullable String type) {
        return type == null ? "" : type.substring(type.indexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
    }
}
