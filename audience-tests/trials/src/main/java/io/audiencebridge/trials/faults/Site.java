// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

/**
 * A remote call of a use case, as an undisturbed run made it.
 *
 * @param system the sandbox's name of the system that was called
 * @param label method and path, numbers left out, and the SOAP action
 * @param occurrence which call of that label, from 1
 * @param ordinal which call of the run, from 1
 * @param packed whether the answer's body was packed by gzip
 */
record Site(String system, String label, int occurrence, int ordinal, boolean packed) {
    /** What it is called in reports. */
    String told() {
        return system + " " + label + " (" + occurrence + ")";
    }

    /** The same call, whose answer was a file packed by gzip. */
    Site asPacked() {
        return new Site(system, label, occurrence, ordinal, true);
    }
}
