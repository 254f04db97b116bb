// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller of the SOAP router that knows nothing but the wire. */
final class Soap {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI router;
    private String session = "";
    private String security = "";
    private String bearer = "";

    Soap(Sandbox sandbox) {
        router = sandbox.campaign().resolve("/nl/jsp/soaprouter.jsp");
    }

    static Soap signedIn(Sandbox sandbox) {
        Soap soap = new Soap(sandbox);
        soap.logon(sandbox.operator(), sandbox.password());
        return soap;
    }

    HttpResponse<String> logon(String operator, String password) {
        return logon(operator, password, "");
    }

    HttpResponse<String> logon(String operator, String password, String parameters) {
        HttpResponse<String> answer = call(
                "xtk:session#Logon",
                "<login>" + operator + "</login><password>" + password + "</password><parameters>" + parameters
                        + "</parameters>");
        session = first("<pstrSessionToken[^>]*>([^<]*)<", answer.body());
        security = first("<pstrSecurityToken[^>]*>([^<]*)<", answer.body());
        return answer;
    }

    /** The same caller with other tokens. */
    Soap withTokens(String sessionToken, String securityToken) {
        session = sessionToken;
        security = securityToken;
        return this;
    }

    String session() {
        return session;
    }

    String security() {
        return security;
    }

    Soap withBearer(String token) {
        bearer = token;
        return this;
    }

    HttpResponse<String> query(String definition) {
        return call("xtk:queryDef#ExecuteQuery", "<document>" + definition + "</document>");
    }

    HttpResponse<String> write(String entity) {
        return call("xtk:persist#Write", "<doc>" + entity + "</doc>");
    }

    HttpResponse<String> writeCollection(String entities) {
        return call("xtk:persist#WriteCollection", "<doc>" + entities + "</doc>");
    }

    HttpResponse<String> call(String action, String parameters) {
        String method = action.substring(action.indexOf('#') + 1);
        String urn = action.substring(0, action.indexOf('#'));
        String envelope = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><m:" + method
                + " xmlns:m='urn:" + urn + "'><sessiontoken>" + session + "</sessiontoken>" + parameters + "</m:"
                + method
                + "></e:Body></e:Envelope>";
        HttpRequest.Builder request = HttpRequest.newBuilder(router)
                .header("SOAPAction", '"' + action + '"')
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope));
        if (!security.isEmpty()) {
            request.header("X-Security-Token", security);
        }
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    static List<String> all(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
