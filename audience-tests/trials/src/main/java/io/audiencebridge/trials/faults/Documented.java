// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.util.EnumSet;
import java.util.Set;

/** Variants that are documented for single calls, beside those of the fault: what the adapters' READMEs and Javadoc say. */
final class Documented {
    private static final Set<Fault> NOT_ACTED_ON = EnumSet.of(
            Fault.REFUSED,
            Fault.REFUSED_SHORTLY,
            Fault.NAMELESS,
            Fault.BROKEN,
            Fault.BROKEN_ONCE,
            Fault.OUT_OF_ORDER,
            Fault.OUT_OF_ORDER_ONCE);

    private Documented() {}

    /** Whether that variant may tell of that fault at that call. */
    static boolean allows(Fault fault, Site site, String code) {
        return switch (code) {
            // IMS: refusals for good are AccessDenied whatever their status.
            case "AccessDenied" -> site.system().equals("ims") && fault == Fault.CONFLICT;
            // S3: an answer that cannot be read is none.
            case "Unavailable" -> site.system().equals("s3") && fault == Fault.WRONG_CHARSET;
            // Campaign: a list's creation that was cut off is looked for and then left to the caller, whatever cut it
            // off.
            case "OutcomeUnknown" -> site.label().endsWith("xtk:persist#Write") && NOT_ACTED_ON.contains(fault);
            // Audience Manager: "not found" is how it says that there is none yet, so that the creation fails which
            // then follows.
            case "Conflict" ->
                fault == Fault.NOT_FOUND
                        && site.system().equals("audienceManager")
                        && (site.label().contains("/ic:") || site.label().endsWith("/destinations/"));
            // A file that is announced and cannot be read is waited for.
            case "Waiting" -> site.system().equals("s3") && (fault == Fault.NOT_FOUND || fault == Fault.WRONG_CHARSET);
            default -> false;
        };
    }
}
