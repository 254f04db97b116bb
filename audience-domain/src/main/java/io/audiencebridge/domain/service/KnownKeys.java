// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.member.IdSet;

/**
 * Fingerprints of the keys that were shared.
 *
 * @param all every one of them
 * @param ageing those that the audience would forget before long, unless they are sent again (SEMANTICS S15)
 */
record KnownKeys(IdSet all, IdSet ageing) {
    static final KnownKeys NONE = new KnownKeys(IdSet.EMPTY, IdSet.EMPTY);
}
