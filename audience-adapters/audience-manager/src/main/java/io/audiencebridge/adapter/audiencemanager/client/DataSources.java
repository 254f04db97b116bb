// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Data sources. {@link #ensure} recognises one by its integration code, which it needs, and holds it to the kind of its ids. */
public interface DataSources extends Resource<DataSourceFacts, DataSourceDraft, DataSourceQuery> {
    /** The kinds of ids that the company's data sources can have. */
    Either<BridgeError, Seq<String>> idTypes(CallOptions options);

    /**
     * What became of a data source's inbound files that were processed within {@code period}: Audience Manager's own counts, so that what was sent can be
     * compared with what was stored. A file that is not there has not been processed, which takes up to 48 hours. Left: {@code NotFound}.
     */
    Either<BridgeError, Seq<InboundFileStatus>> inboundHistory(long id, Period period, CallOptions options);

    /** As {@link #inboundHistory}, of one file, with those of its lines that went wrong, if error sampling was on. Lines may name people. */
    Either<BridgeError, Seq<InboundFileStatus>> inboundSamples(
            long id, Period period, String fileName, CallOptions options);
}
