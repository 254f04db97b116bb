// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.server.Settings;
import io.audiencebridge.sandbox.server.Settings.Switch;
import java.util.List;

/** What can be set of data collection. Source: audience-manager.md, sections 0.2 and 6. */
final class Conduct {
    /** The alias of a call whose host names none. */
    static final String OWN = "sandbox";

    /** UNVERIFIED: how often an id may come in a minute before it is blocked for ever. */
    private static final long CALLS_A_MINUTE = 100;

    private final Settings settings = new Settings("Data collection");
    private final Switch<List<String>> aliases = settings.words("aliases", List.of(OWN, "acme"));
    private final Switch<String> optOutAnswer = settings.choice("optOutAnswer", "error171", "empty");
    private final Switch<Boolean> tellsTraits = settings.flag("traitsInAnswers", true);
    private final Switch<Long> callsPerMinute = settings.number("callsPerMinute", CALLS_A_MINUTE);
    private final Switch<List<String>> blockedSources = settings.words("blockedDataSources", List.of());
    private final Switch<String> badRequest = settings.choice("badRequestName", "BAD_REQUEST", "BAD_DATA");

    Settings settings() {
        return settings;
    }

    boolean knows(String alias) {
        return aliases.value().contains(alias);
    }

    /** C13: whether a call of somebody who opted out gets an empty object. */
    boolean answersOptOutWithNothing() {
        return optOutAnswer.value().equals("empty");
    }

    /** Whether {@code d_cts} is heeded, which is enabled on request only. */
    boolean tellsTraits() {
        return tellsTraits.value();
    }

    long callsPerMinute() {
        return callsPerMinute.value();
    }

    boolean blocks(long dataSource) {
        return blockedSources.value().contains(Long.toString(dataSource));
    }

    /** C11. */
    String badRequest() {
        return badRequest.value();
    }
}
