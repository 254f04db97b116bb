// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

/**
 * An error or a warning of an answer. The codes' source is audience-manager.md, section 6.5.
 *
 * <p>UNVERIFIED: every text but those of 101, 102 and 171.
 *
 * @param code its number
 * @param message its text
 */
record DcsError(int code, String message) {
    static final DcsError HOST = new DcsError(1, "Hostname has no partner configuration");
    static final DcsError ORGANISATION = new DcsError(2, "Unknown organisation id");
    static final DcsError NO_HOST = new DcsError(100, "No Host header");
    static final DcsError ECID = new DcsError(101, "Invalid Experience Cloud id passed in");
    static final DcsError AAM_ID = new DcsError(102, "Invalid aam id passed in request");
    static final DcsError ALL_INVALID = new DcsError(104, "All customer ids are invalid");
    static final DcsError CUSTOMER_ID = new DcsError(300, "Invalid customer id");
    static final DcsError FOREIGN =
            new DcsError(302, "Customer id of a data source that the organisation does not own");
    static final DcsError BLOCKED_ID = new DcsError(303, "Blocked customer id");
    static final DcsError BLOCKED_SOURCE = new DcsError(304, "Blocked data source id");
    static final DcsError BLOCKED_DEVICE = new DcsError(306, "Blocked declared device id");
    static final DcsError BLOCKED_PROFILE = new DcsError(307, "Blocked profile read or write");
    static final DcsError DISCARDED = new DcsError(309, "Customer id discarded, over the limit of a request");
    static final DcsError NAMESPACE = new DcsError(310, "Customer id discarded, over the limit of its namespace");
    static final DcsError ENCODING = new DcsError(311, "A parameter is not encoded correctly; the request is ignored");
    static final DcsError DEVICE_ID = new DcsError(312, "Invalid global device id");

    static DcsError tooMany(int most, int found) {
        return new DcsError(301, "Too many customer ids: at most " + most + ", found " + found);
    }

    static DcsError optedOut(String id) {
        return new DcsError(171, "Encountered opt out tag for " + id);
    }
}
