// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;

/** Refuses what must not leave this machine, before a byte does. */
final class Admission {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private final boolean allowPlainHttp;

    Admission(boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    Either<BridgeError, HttpCall> check(HttpCall request) {
        Vector<Violation> violations = address(request.uri())
                .appendAll(method(request))
                .appendAll(Vector.ofAll(request.headers().entrySet())
                        .flatMap(header -> header(header.getKey(), header.getValue())))
                .appendAll(Vector.ofAll(request.secretHeaders().entrySet())
                        .flatMap(header -> header(header.getKey(), revealed(header.getValue()))));
        return violations.isEmpty()
                ? Either.right(request)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private Vector<Violation> address(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http")) || HttpUrl.get(uri) == null) {
            return Vector.of(new Violation("uri", "must be an absolute https address with a host"));
        }
        if (uri.getRawUserInfo() != null) {
            return Vector.of(new Violation("uri", "must not carry user information; send credentials in a header"));
        }
        return plainHttp("uri", uri);
    }

    /** What is wrong with an address in clear text; nothing with any other. */
    Vector<Violation> plainHttp(String setting, URI uri) {
        String host = uri.getHost();
        boolean mayLeave =
                host == null || !"http".equalsIgnoreCase(uri.getScheme()) || allowPlainHttp || onThisMachine(host);
        return mayLeave
                ? Vector.empty()
                : Vector.of(new Violation(
                        setting,
                        "plain http to " + host
                                + " is refused, since anybody in between could read and change it; use https, or set"
                                + " HttpSettings.allowPlainHttp in a closed test network"));
    }

    private static boolean onThisMachine(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static Vector<Violation> method(HttpCall request) {
        boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
        if (!TOKEN.matcher(request.method()).matches()) {
            return Vector.of(new Violation("method", "must be a plain word such as GET"));
        }
        if (reading && request.body().isPresent()) {
            return Vector.of(new Violation("body", request.method() + " carries none; use another method"));
        }
        boolean typed = request.body()
                .map(body -> MediaType.parse(body.contentType()) != null)
                .orElse(true);
        return typed ? Vector.empty() : Vector.of(new Violation("body", "its content type must be a media type"));
    }

    private static Vector<Violation> header(String name, String value) {
        if (!TOKEN.matcher(name).matches()) {
            return Vector.of(new Violation("headers", "a name must be a plain word such as Accept"));
        }
        return value.chars().allMatch(c -> c >= ' ' && c < 127)
                ? Vector.empty()
                : Vector.of(new Violation("headers." + name, "its value must be printable ASCII"));
    }

    private static String revealed(Secret secret) {
        return secret.reveal();
    }
}
