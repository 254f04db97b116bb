// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.FaultEffect;
import java.util.Map;

/** A SOAP fault that no emulator made, in the words of Campaign's router. Source: campaign.md, section 2.10. */
final class InjectedFault {
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/soap+xml;charset=utf-8");

    private InjectedFault() {}

    static FaultEffect.Status of(FaultEffect.Fault fault) {
        String detail = fault.detail().isEmpty()
                ? ""
                : "<detail xsi:type='xsd:string'>" + escaped(fault.detail()) + "</detail>";
        String body = "<?xml version='1.0'?>\n"
                + "<SOAP-ENV:Envelope xmlns:xsd='http://www.w3.org/2001/XMLSchema'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:ns='urn:wpp:default'"
                + " xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body><SOAP-ENV:Fault>"
                + "<faultcode>" + escaped(fault.code()) + "</faultcode><faultstring xsi:type='xsd:string'>"
                + escaped(fault.text()) + "</faultstring>" + detail
                + "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";
        return new FaultEffect.Status(200, body, HEADERS);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
