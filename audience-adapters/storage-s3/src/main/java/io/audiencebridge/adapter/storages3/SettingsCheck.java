// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with settings before a byte is sent. */
final class SettingsCheck {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    /** S3 refuses smaller parts, but for the last. */
    private static final int MIN_PART_BYTES = 5 << 20;

    private SettingsCheck() {}

    static Vector<Violation> violations(S3Settings settings) {
        return Vector.of(
                        names(settings),
                        keys(settings),
                        settings.endpoint().map(SettingsCheck::endpoint).orElse(Option.none()),
                        limits(settings))
                .flatMap(violation -> violation);
    }

    private static Option<Violation> names(S3Settings settings) {
        if (!BUCKET.matcher(settings.bucket()).matches()) {
            return wrong(
                    "bucket",
                    "'" + settings.bucket()
                            + "' is no bucket's name; use 3 to 63 lower-case letters, digits, '.', '-'");
        }
        if (!REGION.matcher(settings.region()).matches()) {
            return wrong("region", "'" + settings.region() + "' is no region; use one such as us-east-1");
        }
        return settings.prefix().isEmpty() || ObjectNames.plain(settings.prefix())
                ? Option.none()
                : wrong("prefix", "'" + settings.prefix() + "' is no folder; leave out slashes at its ends");
    }

    private static Option<Violation> keys(S3Settings settings) {
        boolean both = settings.accessKey().isPresent() == settings.secretKey().isPresent();
        return both
                ? Option.none()
                : wrong("secretKey", "give both access key and secret key, or neither for the default chain");
    }

    private static Option<Violation> endpoint(URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            return wrong("endpoint", "must be an absolute https address with a host");
        }
        if (uri.getRawUserInfo() != null) {
            return wrong("endpoint", "must not carry user information; set the keys instead");
        }
        boolean safe = scheme.equals("https") || LOOPBACK.matcher(host).matches();
        return safe
                ? Option.none()
                : wrong("endpoint", "plain http to " + host + " is refused; use https, which has no exception here");
    }

    private static Option<Violation> limits(S3Settings settings) {
        if (settings.partBytes() < MIN_PART_BYTES) {
            return wrong("partBytes", settings.partBytes() + " is too small; use " + MIN_PART_BYTES + " or more");
        }
        return settings.maxAttempts() < 1
                ? wrong("maxAttempts", settings.maxAttempts() + " is too small; use 1 or more")
                : Option.none();
    }

    private static Option<Violation> wrong(String subject, String message) {
        return Option.of(new Violation(subject, message));
    }
}
