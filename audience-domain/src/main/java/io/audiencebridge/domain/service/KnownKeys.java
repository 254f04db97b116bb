// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.member.IdSet;

/**
 * Fingerprints of the keys that were shared: of all of them, or of those that a list has.
 *
 * @param keys each once
 * @param ageing those that the audience would forget before long, unless they are sent again (SEMANTICS S15)
 * @param all how many were shared, in the list or not
 */
record KnownKeys(IdSet keys, IdSet ageing, long all) {
    static final KnownKeys NONE = new KnownKeys(IdSet.EMPTY, IdSet.EMPTY, 0);
}
