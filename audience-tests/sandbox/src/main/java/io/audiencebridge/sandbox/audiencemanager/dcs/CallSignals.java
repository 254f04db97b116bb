// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.audiencemanager.rules.Signals;
import io.audiencebridge.sandbox.server.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a call says about its visitor. Source: audience-manager.md, sections 3.2 and 6.1. */
final class CallSignals {
    /** They direct the call; every other parameter is a signal, also one that begins with {@code d_}. */
    private static final Set<String> DIRECTIONS = Set.of(
            "d_uuid",
            "d_mid",
            "d_orgid",
            "d_cid",
            "d_cid_ic",
            "d_dpid",
            "d_dpuuid",
            "d_rtbd",
            "d_jsonv",
            "d_dst",
            "d_cb",
            "d_cts",
            "d_sid",
            "d_tdpid",
            "d_tdpid_ic",
            "d_caller",
            "d_nsid",
            "d_coppa",
            "d_blob",
            "d_ver",
            "dcs_region",
            "d_visid_ver",
            "d_fieldgroup",
            "d_rs",
            "d_dst_filter",
            "ts",
            "gdpr",
            "gdpr_consent");

    private static final Map<String, String> HEADERS = Map.of(
            "User-Agent", "h_user-agent",
            "Accept-Language", "h_accept-language",
            "Date", "h_date",
            "Referer", "h_referer");

    private CallSignals() {}

    static Signals of(Partner partner, HttpCall call, Route route, Parameters parameters) {
        List<String[]> pairs = new ArrayList<>();
        for (String name : parameters.names()) {
            if (!DIRECTIONS.contains(name)) {
                parameters
                        .all(name)
                        .forEach(value -> values(value).forEach(one -> pairs.add(new String[] {name, one})));
            }
        }
        pairs.add(new String[] {"h_host", route.host()});
        HEADERS.forEach((header, key) -> {
            String value = call.header(header);
            if (value != null) {
                pairs.add(new String[] {key, value});
            }
        });
        return with(partner, pairs);
    }

    /** The pairs, and those that follow from them. */
    static Signals with(Partner partner, List<String[]> pairs) {
        Signals signals = new Signals();
        pairs.forEach(pair -> signals.add(pair[0], pair[1]));
        partner.derivedSignals()
                .filter(derived -> pairs.stream()
                        .anyMatch(pair -> pair[0].equalsIgnoreCase(derived.sourceKey())
                                && pair[1].equalsIgnoreCase(derived.sourceValue())))
                .forEach(derived -> signals.add(derived.targetKey(), derived.targetValue()));
        return signals;
    }

    /** Commas stand between several values, but not in one that is quoted. */
    private static List<String> values(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? List.of(value.substring(1, value.length() - 1)) : List.of(value.split(",", -1));
    }
}
