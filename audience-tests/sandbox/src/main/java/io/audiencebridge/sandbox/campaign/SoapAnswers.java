// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** Envelopes as real servers write them: single quotes, the {@code SOAP-ENV} prefix, outputs by order and type. Source: campaign.md, section 2.3. */
final class SoapAnswers {
    private static final String ENCODING = " SOAP-ENV:encodingStyle='http://schemas.xmlsoap.org/soap/encoding/'";
    private static final String LITERAL = " SOAP-ENV:encodingStyle='http://xml.apache.org/xml-soap/literalxml'";

    private SoapAnswers() {}

    static String answer(String namespace, String method, String outputs) {
        return envelope(
                namespace,
                "<" + method + "Response xmlns='urn:" + namespace + "'" + ENCODING + ">" + outputs + "</" + method
                        + "Response>");
    }

    static String fault(SoapFault fault) {
        String text = fault.text().endsWith(".") ? fault.text() : fault.text() + ".";
        String detail = fault.detail().isEmpty()
                ? ""
                : "<detail xsi:type='xsd:string'>" + Texts.escaped(fault.detail()) + "</detail>";
        return envelope(
                "wpp:default",
                "<SOAP-ENV:Fault><faultcode>" + fault.code() + "</faultcode><faultstring xsi:type='xsd:string'>"
                        + Texts.escaped(text) + "</faultstring>" + detail + "</SOAP-ENV:Fault>");
    }

    static String value(String name, String type, String value) {
        return "<" + name + " xsi:type='xsd:" + type + "'>" + Texts.escaped(value) + "</" + name + ">";
    }

    static String element(String name, String content) {
        return "<" + name + " xsi:type='ns:Element'" + LITERAL + ">" + content + "</" + name + ">";
    }

    private static String envelope(String namespace, String body) {
        return "<?xml version='1.0'?>\n"
                + "<SOAP-ENV:Envelope xmlns:xsd='http://www.w3.org/2001/XMLSchema'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:ns='urn:" + namespace + "'"
                + " xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body>" + body
                + "</SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }
}
