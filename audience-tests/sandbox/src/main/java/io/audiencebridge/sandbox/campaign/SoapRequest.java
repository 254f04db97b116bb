// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A call as it arrived: which method of which service, its parameters by position, and how the caller signed in. Source: campaign.md, section 2.2.
 *
 * @param service such as {@code xtk:queryDef}; of {@code xtk:persist|nms:group} the part after the bar is the target
 * @param target the service that carries the interface's method
 * @param method the method's name
 * @param parameters the elements after the session token
 * @param credentials how the caller signed in
 * @param host the address it was sent to
 */
record SoapRequest(
        String service, String target, String method, List<Element> parameters, Credentials credentials, String host) {

    /** The tokens of a call; empty where there is none. */
    record Credentials(String session, String security, String bearer) {
        private static final Pattern COOKIE = Pattern.compile("(?:^|;)\\s*__sessiontoken=([^;]*)");

        /** What the headers of a call hold; {@code inside} stands in its body and comes first. Which one a real server looks at first is UNVERIFIED. */
        static Credentials of(HttpCall call, String inside) {
            Matcher cookie = COOKIE.matcher(header(call, "Cookie"));
            String outside = header(call, "X-Session-Token");
            String fromCookie = cookie.find() ? cookie.group(1).strip() : "";
            String session = Stream.of(inside, outside, fromCookie)
                    .filter(token -> !token.isEmpty())
                    .findFirst()
                    .orElse("");
            return new Credentials(session, header(call, "X-Security-Token"), header(call, "Authorization"));
        }

        boolean hasBearer() {
            return !bearer.isEmpty();
        }

        boolean isEmpty() {
            return session.isEmpty() && security.isEmpty() && bearer.isEmpty();
        }
    }

    static SoapRequest read(HttpCall call) throws IOException {
        Element envelope;
        try (InputStream body = call.bodyStream()) {
            envelope = Dom.parse(body);
        }
        Element soapBody = Dom.child(envelope, "Body");
        List<Element> calls = soapBody == null ? List.of() : Dom.children(soapBody);
        if (calls.isEmpty()) {
            throw SoapFault.unreadable("The body is empty");
        }
        Element method = calls.get(0);
        String[] names = service(call, method).split("\\|", 2);
        List<Element> parameters = Dom.children(method);
        String token =
                parameters.isEmpty() ? "" : parameters.get(0).getTextContent().strip();
        return new SoapRequest(
                names[0],
                names[names.length - 1],
                Dom.name(method),
                parameters.subList(Math.min(1, parameters.size()), parameters.size()),
                credentials(call, envelope, token),
                header(call, "Host"));
    }

    /** The service as the caller named it, with the interface whose method it is: {@code xtk:persist|nms:group}. */
    String fullService() {
        return service.equals(target) ? service : service + "|" + target;
    }

    /** The text of a parameter; empty if it is missing. */
    String text(int index) {
        return index < parameters.size() ? parameters.get(index).getTextContent() : "";
    }

    /** Whether a parameter holds an element. */
    boolean hasDocument(int index) {
        return index < parameters.size() && !Dom.children(parameters.get(index)).isEmpty();
    }

    /** The element inside a parameter. */
    Element document(int index) {
        List<Element> children = index < parameters.size() ? Dom.children(parameters.get(index)) : List.of();
        if (children.isEmpty()) {
            throw SoapFault.unreadable("Parameter " + (index + 1) + " should hold an element");
        }
        return children.get(0);
    }

    private static String service(HttpCall call, Element method) {
        String action = call.header("SOAPAction");
        if (action == null || action.replace("\"", "").isBlank()) {
            action = call.query().getValue("soapAction");
        }
        if (action != null && action.contains("#")) {
            return action.replace("\"", "").strip().split("#", 2)[0];
        }
        String namespace = method.getNamespaceURI() == null ? "" : method.getNamespaceURI();
        return namespace.replaceFirst("^urn:", "");
    }

    private static Credentials credentials(HttpCall call, Element envelope, String token) {
        Credentials outside = Credentials.of(call, token);
        Element header = Dom.child(envelope, "Header");
        Element inside = header == null ? null : Dom.child(header, "X-Security-Token");
        return outside.security().isEmpty() && inside != null
                ? new Credentials(outside.session(), inside.getTextContent().strip(), outside.bearer())
                : outside;
    }

    private static String header(HttpCall call, String name) {
        String value = call.header(name);
        return value == null ? "" : value.strip();
    }
}
