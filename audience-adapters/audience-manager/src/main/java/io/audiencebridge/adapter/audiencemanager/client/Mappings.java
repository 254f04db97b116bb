// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * The segments mapped to one destination. {@link #ensure} recognises a mapping by its segment and holds it to the alias, if one is given.
 *
 * <p>UNVERIFIED: one page says that destinations of type {@link DestinationDraft#FILES} cannot be mapped by the API, and shows how to do it further down.
 */
public interface Mappings extends Resource<Mapping, MappingDraft, SearchQuery> {
    /**
     * Maps many segments by one call. What the answer does not confirm, and everything when the call is refused or lost, is looked up and ensured one by
     * one. Right: an item for each segment, under the segment's number; safe to repeat as a whole.
     */
    Either<BridgeError, BulkReport<Mapping>> createAll(Seq<MappingDraft> drafts, CallOptions options);
}
