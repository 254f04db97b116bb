// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.member.IdSet;

/**
 * Who opted out, as nobody can read it without the secret.
 *
 * @param check tells under which secret the digests were made; see {@link io.audiencebridge.domain.identity.PersonDigester#check}
 * @param digests keyed digests of recipients' ids, of keys, and of what was done for these people already
 */
public record Suppressed(String check, IdSet digests) {}
