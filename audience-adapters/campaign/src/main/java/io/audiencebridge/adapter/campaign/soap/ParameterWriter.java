// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

/** Writes the parameters of a call with the types that Campaign's encoding asks for. Not thread-safe. */
final class ParameterWriter {
    private static final String TYPE = "xsi:type";
    private static final String ENCODING = "SOAP-ENV:encodingStyle";
    private final MarkupWriter out;

    ParameterWriter(MarkupWriter out) {
        this.out = out;
    }

    /** A parameter of type string. */
    void string(String name, String value) {
        simple(name, "string", value);
    }

    /**
     * A parameter of one of XML Schema's types.
     *
     * @param type its local name
     */
    void simple(String name, String type, String value) {
        out.open(name).attribute(TYPE, "xsd:" + type).characters(value).close();
    }

    /** A parameter of type boolean. */
    void bool(String name, boolean value) {
        simple(name, "boolean", Boolean.toString(value));
    }

    /** A parameter of type DOMElement. */
    void element(String name, Markup content) {
        literal(name, "ns:Element", content);
    }

    /** A parameter of type DOMDocument, or the entity that a method is called on. */
    void document(String name, Markup content) {
        literal(name, "", content);
    }

    private void literal(String name, String type, Markup content) {
        out.open(name).attribute(TYPE, type).attribute(ENCODING, Envelope.LITERAL);
        content.write(out);
        out.close();
    }
}
