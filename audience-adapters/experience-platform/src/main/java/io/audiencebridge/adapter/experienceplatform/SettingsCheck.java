// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Finds every mistake in the settings. */
final class SettingsCheck {
    /** Sandbox names are lower-case letters, digits and hyphens; a header must not hold more. */
    private static final Pattern HEADER = Pattern.compile("[!-~]+");

    private SettingsCheck() {}

    static Seq<Violation> of(ExperiencePlatformSettings settings) {
        return uri(settings.uri())
                .appendAll(HttpTransport.plainHttp("experiencePlatform.uri", settings.uri(), settings.http()))
                .appendAll(header("sandboxName", settings.sandboxName()))
                .appendAll(
                        settings.sandboxId().map(id -> header("sandboxId", id)).orElse(Vector.empty()))
                .appendAll(unless(
                        settings.pageSize() > 0 && settings.pageSize() <= 100,
                        "pageSize",
                        settings.pageSize() + " must be between 1 and 100"))
                .appendAll(unless(
                        settings.changeAttempts() > 0,
                        "changeAttempts",
                        settings.changeAttempts() + " must be 1 or more"))
                .appendAll(destinations(settings.destinations()))
                .appendAll(Vector.ofAll(settings.destinations())
                        .flatMap(one -> rows(one, settings.guardrails().rowsPerFile())))
                .appendAll(Vector.ofAll(settings.destinations()).flatMap(DestinationCheck::of));
    }

    private static Vector<Violation> uri(URI uri) {
        boolean isWeb = uri.getHost() != null
                && uri.getScheme() != null
                && uri.getScheme().matches("(?i)https?");
        boolean isBare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        return unless(
                isWeb && isBare,
                "uri",
                "must be an absolute https address without query or credentials, such as "
                        + ExperiencePlatformSettings.PRODUCTION);
    }

    private static Vector<Violation> header(String setting, String value) {
        return unless(
                HEADER.matcher(value).matches(),
                setting,
                "'" + value + "' must be printable ASCII without blanks; the list of sandboxes shows it");
    }

    private static Vector<Violation> destinations(List<ExportDestination> destinations) {
        return Vector.ofAll(destinations)
                .groupBy(ExportDestination::name)
                .filter((name, same) -> same.size() > 1)
                .toVector()
                .map(twice -> new Violation(
                        "experiencePlatform.destinations",
                        "'" + twice._1 + "' is there " + twice._2.size() + " times; leave the others out"));
    }

    private static Vector<Violation> rows(ExportDestination destination, int most) {
        return unless(
                destination.rowsPerFile() <= most,
                "destinations.rowsPerFile",
                "Destination '" + destination.name() + "': " + destination.rowsPerFile() + " must be at most " + most
                        + ", above which Platform splits files");
    }

    private static Vector<Violation> unless(boolean sound, String setting, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("experiencePlatform." + setting, message));
    }
}
