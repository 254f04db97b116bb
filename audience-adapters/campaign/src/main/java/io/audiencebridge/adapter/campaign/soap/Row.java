// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * One row of an answer, flattened: an attribute of the row is {@code id}, one of a linked element {@code folder/label}, a text element {@code desc}. The
 * same object is filled with one row after the other; nothing of it may be kept. Attributes that nobody asked for are there, too.
 */
public final class Row implements io.audiencebridge.adapter.campaign.client.Row {
    private final Cells cells = new Cells();
    private final Trail trail = new Trail();
    private final AttributeText attribute = new AttributeText();
    private final StringBuilder pieces = new StringBuilder();

    Row() {}

    /** Values of the row. */
    public int size() {
        return cells.size();
    }

    /** Where the value at {@code index} stands. */
    public String path(int index) {
        return cells.path(index);
    }

    /** The value at {@code index}. */
    public String value(int index) {
        return cells.text(index);
    }

    /** How many characters of 16 bits the value at {@code index} has. */
    public int length(int index) {
        return cells.length(index);
    }

    /**
     * Writes the value at {@code index} as UTF-8 into {@code target} from {@code start} on, where three times as many bytes as it has characters must find
     * room. Gives the place behind its last byte.
     */
    public int encode(int index, byte[] target, int start) {
        return cells.encode(index, target, start);
    }

    /** The first value at {@code path}; empty text when there is none, as Campaign makes no difference between the two. */
    public String text(String path) {
        int found = cells.find(path);
        return found < 0 ? "" : cells.text(found);
    }

    /** Whether the value at {@code path} is Campaign's true. */
    public boolean isTrue(String path) {
        int found = cells.find(path);
        return found >= 0 && (cells.is(found, "1") || cells.is(found, "true"));
    }

    @Override
    public String text(XPath place) {
        return text(place.place());
    }

    @Override
    public Either<BridgeError, Long> number(XPath place) {
        long digits = digits(place.place());
        return digits >= 0 ? Either.right(digits) : read(place, "a whole number of 64 bits", 0L, Row::number);
    }

    @Override
    public Either<BridgeError, Boolean> flag(XPath place) {
        return read(place, "yes or no", false, Row::flag);
    }

    @Override
    public Either<BridgeError, Option<Instant>> instant(XPath place) {
        return read(
                place,
                "a point in time",
                Option.none(),
                text -> Timestamps.instant(text).map(Option::some));
    }

    @Override
    public Either<BridgeError, Option<LocalDate>> date(XPath place) {
        return read(place, "a day", Option.none(), text -> Timestamps.date(text).map(Option::some));
    }

    @Override
    public String toString() {
        return "Row[hidden]";
    }

    /** The number at {@code path}, if it is nothing but a few digits, as ids mostly are; otherwise {@link Cells#NO_DIGITS}. */
    long digits(String path) {
        int found = cells.find(path);
        return found < 0 ? Cells.NO_DIGITS : cells.digits(found);
    }

    /** Tells one row from another, almost surely. */
    long digest() {
        return cells.digest();
    }

    /** Whether it holds nothing, as the answer for a record that is not there. */
    boolean isEmpty() {
        return cells.size() == 0;
    }

    /** Fills itself with the element that begins here; ends at its end. */
    Row fill(XMLStreamReader2 xml) throws XMLStreamException {
        cells.clear();
        pieces.setLength(0);
        attributes(xml, trail);
        children(xml, trail);
        return this;
    }

    private void attributes(XMLStreamReader2 xml, Trail place) throws XMLStreamException {
        attribute.begin(xml);
        int count = xml.getAttributeCount();
        for (int i = 0; i < count; i++) {
            attribute.next(xml, i);
            cells.add(
                    place.attribute(xml.getAttributeLocalName(i)),
                    attribute.chars(),
                    attribute.start(),
                    attribute.end());
        }
    }

    /** Text counts inside an element of its own; a long one comes in pieces. */
    private void children(XMLStreamReader2 xml, Trail place) throws XMLStreamException {
        int begun = pieces.length();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Trail inner = place.in(xml.getLocalName());
                    attributes(xml, inner);
                    children(xml, inner);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    pieces.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    text(place, begun);
                    return;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new Answer.Unfit("an undeclared entity");
                default -> {
                    // comments say nothing
                }
            }
        }
    }

    private void text(Trail place, int begun) throws XMLStreamException {
        if (pieces.length() > begun) {
            String text = pieces.substring(begun);
            pieces.setLength(begun);
            if (!place.isRow() && !text.isBlank()) {
                cells.add(place.path(), text.toCharArray(), 0, text.length());
            }
        }
    }

    private <T> Either<BridgeError, T> read(XPath place, String kind, T nothing, Function<String, Option<T>> reader) {
        String text = text(place);
        return text.isEmpty()
                ? Either.right(nothing)
                : reader.apply(text)
                        .toEither(() -> new BridgeError.ProtocolBreach(
                                "Campaign gave a value at " + place + " that is not " + kind
                                        + "; read it as a text, or ask for another column",
                                Incident.builder().system(SystemId.CAMPAIGN).build()));
    }

    private static Option<Long> number(String text) {
        try {
            return Option.some(Long.parseLong(text));
        } catch (NumberFormatException other) {
            return Option.none();
        }
    }

    private static Option<Boolean> flag(String text) {
        return switch (text) {
            case "1", "true" -> Option.some(true);
            case "0", "false" -> Option.some(false);
            default -> Option.none();
        };
    }
}
