// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

/** How foreign text is read. Neither ever fails with an exception, and both take time in proportion to the text's length. */
public enum Reading {
    /** Text must be as documented: ids of 38 digits, sound percent-encoding, cookies of a size that browsers keep, times not ahead of the clock. The default. */
    STRICT,

    /** What Adobe's own libraries take: ids of hexadecimal digits and hyphens, broken encoding left as it is, any size, times in the future and in milliseconds. */
    LENIENT
}
