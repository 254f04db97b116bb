// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.adapter.experiencecloud.client.ServiceNotice.Kind;
import java.util.HashMap;
import java.util.Map;

/** The service's codes. Source: experience-cloud.md, section 2.5. */
final class ServiceCodes {
    private record Entry(Kind kind, String meaning) {}

    private static final Entry UNDOCUMENTED = new Entry(Kind.UNKNOWN, "a code that is not documented");
    private static final Map<Integer, Entry> ENTRIES = new HashMap<>();

    static {
        put(0, Kind.RETRYABLE, "unspecified problem");
        put(1, Kind.CONFIGURATION, "no configuration for the host name");
        put(2, Kind.CONFIGURATION, "invalid organisation id");
        put(10, Kind.WARNING, "not all traits were evaluated");
        put(100, Kind.DEFECT, "no Host header");
        put(101, Kind.INPUT, "invalid Experience Cloud id");
        put(102, Kind.INPUT, "invalid Audience Manager id");
        put(104, Kind.INPUT, "all customer ids are invalid");
        put(109, Kind.CONFIGURATION, "the referer is not allowed");
        put(111, Kind.AUTHORISATION, "invalid IMS token");
        put(171, Kind.PRIVACY, "the visitor has opted out");
        put(172, Kind.PRIVACY, "third-party cookies are blocked");
        put(173, Kind.PRIVACY, "opted out at the Network Advertising Initiative");
        put(198, Kind.PRIVACY, "the country is blocked by the partner");
        put(199, Kind.PRIVACY, "the country is blocked by Adobe");
        put(200, Kind.RETRYABLE, "the profile could not be read");
        put(201, Kind.RETRYABLE, "the device ids could not be read");
        put(202, Kind.RETRYABLE, "the related customer could not be read");
        put(203, Kind.RETRYABLE, "the device cluster could not be read");
        put(204, Kind.RETRYABLE, "the profile could not be moved");
        put(205, Kind.RETRYABLE, "the profile could not be moved");
        put(300, Kind.WARNING, "a customer id is invalid, or its data source unknown");
        put(301, Kind.WARNING, "more than ten customer ids");
        put(302, Kind.WARNING, "a data source belongs to another organisation");
        put(303, Kind.WARNING, "a customer id is on the deny list");
        put(304, Kind.WARNING, "a data source is on the deny list");
        put(306, Kind.WARNING, "a device is on the deny list");
        put(307, Kind.WARNING, "an operation is on the deny list");
        put(309, Kind.WARNING, "a customer id was left out");
        put(310, Kind.WARNING, "more than three ids of one namespace");
        put(311, Kind.DEFECT, "a parameter is badly encoded, so that nothing was done");
        put(312, Kind.WARNING, "invalid global device id");
        put(313, Kind.PRIVACY, "no consent, or it could not be read");
        put(314, Kind.PRIVACY, "no consent, or it could not be read");
        put(315, Kind.PRIVACY, "no consent, or it could not be read");
    }

    private ServiceCodes() {}

    static Kind kind(int code) {
        return ENTRIES.getOrDefault(code, UNDOCUMENTED).kind();
    }

    static String meaning(int code) {
        return ENTRIES.getOrDefault(code, UNDOCUMENTED).meaning();
    }

    private static void put(int code, Kind kind, String meaning) {
        ENTRIES.put(code, new Entry(kind, meaning));
    }
}
