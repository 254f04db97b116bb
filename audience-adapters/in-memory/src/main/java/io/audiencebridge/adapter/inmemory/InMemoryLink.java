// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.sharing.LinkState;

/**
 * A visitor and a declared id that an {@link InMemoryConnector} was told are one person's. Prints neither of them.
 *
 * @param visitor the visitor
 * @param dataSource the number of the data source of the id
 * @param id the declared id, in wire form
 * @param state how sure it is; unknown where ids were mapped in bulk
 */
public record InMemoryLink(Ecid visitor, long dataSource, String id, LinkState state) {
    @Override
    public String toString() {
        return "InMemoryLink[dataSource=" + dataSource + ", state=" + state + "]";
    }
}
