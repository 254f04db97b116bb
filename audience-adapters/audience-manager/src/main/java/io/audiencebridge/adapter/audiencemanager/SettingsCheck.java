// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.files.OutboundFiles;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds every mistake in the settings. */
final class SettingsCheck {
    private static final Pattern VERSIONED = Pattern.compile(".*/v1/*");
    private static final Pattern FOLDER = Pattern.compile("[^/\\s\\p{Cntrl}]+(/[^/\\s\\p{Cntrl}]+)*");

    private SettingsCheck() {}

    static Seq<Violation> of(AudienceManagerSettings settings) {
        return Vector.of(
                        uri(settings.uri()),
                        partner(settings.partner()),
                        exchange("inbound", settings.inbound()),
                        exchange("outbound", settings.outbound()),
                        outbound(settings),
                        unless(
                                settings.outboundHeaderLines() >= 0,
                                "outboundHeaderLines",
                                settings.outboundHeaderLines() + " must not be negative"),
                        folder("traitFolderId", settings.traitFolderId()),
                        folder("segmentFolderId", settings.segmentFolderId()),
                        unless(settings.pageSize() > 0, "pageSize", settings.pageSize() + " must be 1 or more"),
                        unless(
                                !settings.traitLiveAfter().isNegative(),
                                "traitLiveAfter",
                                settings.traitLiveAfter() + " must not be negative"))
                .flatMap(found -> found);
    }

    private static Vector<Violation> uri(URI uri) {
        boolean isWeb = uri.getHost() != null
                && uri.getScheme() != null
                && uri.getScheme().matches("(?i)https?");
        if (!isWeb || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return one(
                    "uri",
                    "must be an absolute https address without query or credentials, such as https://aam.adobe.io");
        }
        return unless(
                !VERSIONED.matcher(uri.getPath()).matches(),
                "uri",
                "must end before the version; leave out " + uri.getPath().replaceAll(".*(/v1/*)$", "$1"));
    }

    private static Vector<Violation> partner(Optional<String> partner) {
        boolean sound = partner.map(name -> FOLDER.matcher(name).matches() && !name.contains(".."))
                .orElse(true);
        return unless(
                sound,
                "partner",
                "'" + partner.orElse("")
                        + "' must be a folder's name without blanks and without a slash at its ends; Adobe tells it with the bucket's credentials");
    }

    private static Vector<Violation> exchange(String setting, String name) {
        return unless(!name.isBlank(), setting, "must name a file exchange of the bridge, such as " + setting);
    }

    private static Vector<Violation> outbound(AudienceManagerSettings settings) {
        return OutboundFiles.check(Delivery.of(settings))
                .fold(error -> one("outboundNames", error.message()), sound -> Vector.empty());
    }

    private static Vector<Violation> folder(String setting, long id) {
        return unless(id >= 0, setting, id + " is no folder id; take it from the folder list, 0 is the root");
    }

    private static Vector<Violation> unless(boolean sound, String setting, String message) {
        return sound ? Vector.empty() : one(setting, message);
    }

    private static Vector<Violation> one(String setting, String message) {
        return Vector.of(new Violation("audienceManager." + setting, message));
    }
}
