// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.server.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** {@code schemawsdl.jsp}: a service as WSDL, document/literal, made from its schema. Source: campaign.md, sections 2.2 and 2.12. */
final class WsdlPage {
    private static final Map<String, String> TYPES = Map.of(
            "string", "s:string",
            "primarykey", "s:string",
            "boolean", "s:boolean",
            "byte", "s:byte",
            "short", "s:short",
            "long", "s:int",
            "int64", "s:long",
            "datetime", "s:dateTime",
            "date", "s:date");
    private static final String ELEMENT =
            "<s:complexType mixed='true'><s:sequence><s:any processContents='lax' minOccurs='0'/>"
                    + "</s:sequence></s:complexType>";

    private final SchemaDocuments schemas;

    WsdlPage(SchemaDocuments schemas) {
        this.schemas = schemas;
    }

    void answer(HttpCall call) throws IOException {
        String asked = call.query().getValue("schema");
        SchemaDocuments.Document document = asked == null ? null : schemas.named(asked);
        if (document == null) {
            call.answer(404, CampaignEmulator.TEXT_TYPE, "XFR-180000 The schema '" + asked + "' does not exist.");
            return;
        }
        byte[] xml = document.xml().getBytes(StandardCharsets.UTF_8);
        Element schema = Dom.parse(new ByteArrayInputStream(xml));
        call.answer(200, "text/xml;charset=utf-8", wsdl(asked, methods(schema), router(call)));
    }

    private static String router(HttpCall call) {
        return "http://" + call.header("Host") + "/nl/jsp/soaprouter.jsp";
    }

    private static List<Element> methods(Element schema) {
        List<Element> methods = new ArrayList<>();
        for (Element child : Dom.children(schema)) {
            if (Dom.name(child).equals("methods") || Dom.name(child).equals("interface")) {
                methods.addAll(Dom.children(child, "method"));
            }
        }
        return methods;
    }

    private static String wsdl(String service, List<Element> methods, String address) {
        StringBuilder out = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<definitions"
                + " xmlns='http://schemas.xmlsoap.org/wsdl/' xmlns:soap='http://schemas.xmlsoap.org/wsdl/soap/'"
                + " xmlns:s='http://www.w3.org/2001/XMLSchema' xmlns:tns='urn:" + service + "' targetNamespace='urn:"
                + service + "'><types><s:schema elementFormDefault='qualified' targetNamespace='urn:" + service + "'>");
        methods.forEach(method -> out.append(elements(method)));
        out.append("</s:schema></types>");
        methods.forEach(method -> out.append(messages(name(method))));
        String simple = service.replace(":", "");
        out.append("<portType name='").append(simple).append("MethodsSoap'>");
        methods.forEach(method -> out.append("<operation name='")
                .append(name(method))
                .append("'><input message='tns:")
                .append(name(method))
                .append("In'/><output message='tns:")
                .append(name(method))
                .append("Out'/></operation>"));
        out.append("</portType><binding name='" + simple + "MethodsSoap' type='tns:" + simple
                + "MethodsSoap'><soap:binding style='document' transport='http://schemas.xmlsoap.org/soap/http'/>");
        methods.forEach(method -> out.append(binding(service, name(method))));
        return out.append("</binding><service name='" + simple + "Methods'><port name='" + simple
                        + "MethodsSoap' binding='tns:" + simple + "MethodsSoap'><soap:address location='" + address
                        + "'/></port></service></definitions>")
                .toString();
    }

    /** The request's element with the token first, and the answer's. */
    private static String elements(Element method) {
        StringBuilder in = new StringBuilder(parameter("sessiontoken", "string"));
        StringBuilder out = new StringBuilder();
        if (!method.getAttribute("static").equals("true")) {
            in.append(parameter("entity", "DOMElement"));
        }
        Element parameters = Dom.child(method, "parameters");
        for (Element one : parameters == null ? List.<Element>of() : Dom.children(parameters, "param")) {
            boolean isOutput = one.getAttribute("inout").equals("out");
            (isOutput ? out : in).append(parameter(one.getAttribute("name"), one.getAttribute("type")));
        }
        return element(name(method), in.toString()) + element(name(method) + "Response", out.toString());
    }

    private static String element(String name, String content) {
        return "<s:element name='" + name + "'><s:complexType><s:sequence>" + content
                + "</s:sequence></s:complexType></s:element>";
    }

    private static String parameter(String name, String type) {
        String simple = TYPES.get(type);
        return simple == null
                ? "<s:element name='" + name + "'>" + ELEMENT + "</s:element>"
                : "<s:element name='" + name + "' type='" + simple + "'/>";
    }

    private static String messages(String method) {
        return "<message name='" + method + "In'><part name='parameters' element='tns:" + method
                + "'/></message><message name='" + method + "Out'><part name='parameters' element='tns:" + method
                + "Response'/></message>";
    }

    private static String binding(String service, String method) {
        return "<operation name='" + method + "'><soap:operation soapAction='" + service + "#" + method
                + "' style='document'/><input><soap:body use='literal'/></input><output><soap:body use='literal'/>"
                + "</output></operation>";
    }

    private static String name(Element method) {
        return method.getAttribute("name");
    }
}
