// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds every mistake in the settings of the data collection servers. */
final class RealTimeCheck {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private RealTimeCheck() {}

    static Vector<Violation> of(Optional<DataCollectionSettings> settings) {
        return Vector.ofAll(settings.stream()).flatMap(RealTimeCheck::all);
    }

    private static Vector<Violation> all(DataCollectionSettings settings) {
        if (!HOST.matcher(settings.alias()).matches()) {
            return unless(false, "alias", "'" + settings.alias() + "' is no host's name such as acme.demdex.net");
        }
        return Vector.ofAll(settings.regions().entrySet())
                .flatMap(region -> address("regions[" + region.getKey() + "]", region.getValue()))
                .appendAll(address("uri", settings.uri()))
                .appendAll(address("idService", settings.idService()))
                .appendAll(unless(!settings.regions().isEmpty(), "regions", "an opt-out needs at least one region"))
                .appendAll(unless(
                        !settings.idInterval().isNegative(),
                        "idInterval",
                        settings.idInterval() + " must not be negative"))
                .appendAll(unless(
                        settings.idCallsPerMinute() > 0,
                        "idCallsPerMinute",
                        settings.idCallsPerMinute() + " must be 1 or more"))
                .appendAll(unless(
                        settings.rememberedIds() > 0,
                        "rememberedIds",
                        settings.rememberedIds() + " must be 1 or more"));
    }

    private static Vector<Violation> address(String setting, URI uri) {
        boolean sound = uri.getHost() != null
                && uri.getScheme() != null
                && uri.getScheme().matches("(?i)https?")
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        return unless(sound, setting, "must be an absolute https address without query or credentials");
    }

    private static Vector<Violation> unless(boolean sound, String setting, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("audienceManager.dataCollection." + setting, message));
    }
}
