// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.FaultMatch;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Decides whether a rule is for a request. */
final class FaultMatcher {
    private FaultMatcher() {}

    static boolean matches(FaultMatch match, String system, Request request) {
        return match.system().map(system::equals).orElse(true)
                && match.method().map(request.getMethod()::equalsIgnoreCase).orElse(true)
                && match.path().map(path -> pathMatches(path, request)).orElse(true)
                && match.soapAction()
                        .map(action -> actionMatches(action, request))
                        .orElse(true);
    }

    private static boolean pathMatches(String wanted, Request request) {
        String path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
        return wanted.contains("*") ? glob(wanted, path) : path.startsWith(wanted);
    }

    private static boolean actionMatches(String wanted, Request request) {
        String action = soapAction(request);
        if (action == null) {
            return false;
        }
        int hash = action.indexOf('#');
        String method = action.substring(hash + 1);
        // xtk:persist|xtk:session#Write is the interface's method on a service: both spellings name it.
        String plain = action.substring(0, Math.max(hash, 0)).replaceFirst("\\|.*", "") + "#" + method;
        boolean wholeAction = wanted.contains("#") || wanted.contains("*");
        return wholeAction ? glob(wanted, action) || glob(wanted, plain) : wanted.equalsIgnoreCase(method);
    }

    private static @Nullable String soapAction(Request request) {
        String header = request.getHeaders().get("SOAPAction");
        return header != null && !header.isBlank()
                ? header.replace("\"", "").strip()
                : Request.extractQueryParameters(request).getValue("soapAction");
    }

    private static boolean glob(String wanted, String text) {
        String pattern = Pattern.quote(wanted).replace("*", "\\E.*\\Q");
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).matches();
    }
}
