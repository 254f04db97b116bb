// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

/**
 * A segment that travels to a destination today.
 *
 * @param sid its number
 * @param alias what stands for it
 * @param value the value in a cookie; may be empty
 * @param url the URL that is called for it; may be empty
 * @param secureUrl the same over TLS; may be empty
 */
public record MappedSegment(long sid, String alias, String value, String url, String secureUrl) {}
