// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLStreamProperties;

/** Writes the envelope of a request. Safe for use by several threads. Source: Campaign's generated WSDL; envelopes that Adobe's own client sends. */
final class Envelope {
    static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String LITERAL = "http://xml.apache.org/xml-soap/literalxml";

    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    private Envelope() {}

    /**
     * The bytes of a request, in UTF-8.
     *
     * @throws MarkupWriter.Uncarriable if a value holds what XML cannot carry
     */
    static byte[] write(SoapCall call, String sessionToken, String securityToken) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            MarkupWriter out = new MarkupWriter(xml);
            xml.writeStartDocument("UTF-8", "1.0");
            out.open("SOAP-ENV:Envelope")
                    .attribute("xmlns:SOAP-ENV", NAMESPACE)
                    .attribute("xmlns:xsd", "http://www.w3.org/2001/XMLSchema")
                    .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                    .attribute("xmlns:ns", "http://xml.apache.org/xml-soap");
            out.open("SOAP-ENV:Header").text("X-Security-Token", securityToken).close();
            body(out, call, sessionToken);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException unexpected) {
            throw new IllegalStateException(unexpected);
        }
        return bytes.toByteArray();
    }

    private static void body(MarkupWriter out, SoapCall call, String sessionToken) {
        out.open("SOAP-ENV:Body")
                .open("m:" + call.method())
                .attribute("xmlns:m", "urn:" + call.service())
                .attribute("SOAP-ENV:encodingStyle", ENCODING);
        ParameterWriter parameters = new ParameterWriter(out);
        parameters.string("sessiontoken", sessionToken);
        call.parameters().write(parameters);
        out.close().close();
    }

    static {
        FACTORY.configureForSpeed();
        FACTORY.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        FACTORY.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_NAMES, false);
        FACTORY.setProperty(XMLStreamProperties.XSP_NAMESPACE_AWARE, false);
    }
}
