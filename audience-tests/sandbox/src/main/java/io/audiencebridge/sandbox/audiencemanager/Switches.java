// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import io.audiencebridge.sandbox.server.Settings;
import io.audiencebridge.sandbox.server.Settings.Switch;

/**
 * What can be set of the REST API: where documents contradict each other, and account limits. Source:
 * audience-manager.md, sections 0.2 and 2.11.
 */
final class Switches {
    private final Settings settings = new Settings("Audience Manager");
    private final Switch<Boolean> rights = settings.flag("rbac", false);
    private final Switch<Boolean> userInGroup = settings.flag("userInGroup", false);
    private final Switch<Boolean> mapFileDestinations = settings.flag("mapFileDestinations", true);
    private final Switch<Boolean> startDateShifted = settings.flag("startDateShifted", false);
    private final Switch<String> status = settings.choice("statusSpelling", "upper", "lower", "number");
    private final Switch<String> mappingId =
            settings.choice("mappingIdSpelling", "all", "mappingId", "destinationMappingId", "traitToDataOrderId");
    private final Switch<String> parent = settings.choice("parentSpelling", "all", "destinationId", "orderId");
    private final Switch<Long> traits = settings.number("traitLimit", 100_000);
    private final Switch<Long> segments = settings.number("segmentLimit", 20_000);
    private final Switch<Long> destinations = settings.number("destinationLimit", 1_000);
    private final Switch<Long> traitFolders = settings.number("traitFolderLimit", 2_000);
    private final Switch<Long> derivedSignals = settings.number("derivedSignalLimit", 50_000);

    Settings settings() {
        return settings;
    }

    /** Whether the technical user needs rights, and has none as it is in no group. */
    boolean withoutRights(boolean userExists) {
        return rights.value() && !(userInGroup.value() && userExists);
    }

    boolean userInGroup() {
        return userInGroup.value();
    }

    /** C7: whether a segment can be mapped to a file destination. */
    boolean mapsFileDestinations() {
        return mapFileDestinations.value();
    }

    /** Whether a mapping's first day is shown as the day before it, as the documentation's samples do. */
    boolean shiftsStartDate() {
        return startDateShifted.value();
    }

    /** C14: {@code upper}, {@code lower} or {@code number}. */
    String statusSpelling() {
        return status.value();
    }

    /** C14: the one name of a mapping's number, or {@code all}. */
    String mappingIdSpelling() {
        return mappingId.value();
    }

    /** C14: the one name of a mapping's destination, or {@code all}. */
    String parentSpelling() {
        return parent.value();
    }

    long traitLimit() {
        return traits.value();
    }

    long segmentLimit() {
        return segments.value();
    }

    long destinationLimit() {
        return destinations.value();
    }

    long traitFolderLimit() {
        return traitFolders.value();
    }

    long derivedSignalLimit() {
        return derivedSignals.value();
    }
}
