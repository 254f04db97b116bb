// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.net.URI;

/**
 * Audience Manager in real time (DCS): events, id syncs, the id service, opt-outs. Obtained by {@code bridge.client(DataCollection.class)} if the settings
 * have a {@code dataCollection}; ends with the connection.
 *
 * <p>All methods block; all are safe for use by several threads. Calls that name the same id are made one after another, in the order in which they came,
 * whatever thread they came on: parallel ones would corrupt the visitor's data. Once an answer has told where a visitor's data is, later calls go to that
 * region. No call is repeated by itself.
 *
 * <p>Refused as {@code InvalidRequest} before a byte leaves, all mistakes at once: plain e-mail addresses and phone numbers, hashes in upper case, opt-out
 * markers, advertising ids in the wrong case, more than 10 declared ids or 3 of a data source, calls that are too large, and ids that an earlier answer put
 * on the deny list. {@code Throttled}: an id would be sent more often than the settings allow, since Audience Manager blocks such ids for ever; or a server
 * asked for a pause. Other lefts: {@code RejectedBySystem} if nothing of a call was taken, its codes in the incident; {@code OutcomeUnknown} for a lost
 * answer to a call that counts something; {@code Unavailable}, {@code DeadlineExceeded}, {@code Cancelled}.
 */
public interface DataCollection {
    /** Tells what happened, and syncs the ids that the call names. */
    Either<BridgeError, EventAnswer> send(EventCall event, CallOptions options);

    /** Syncs a device with a declared id, as its browser would. The address to which the answer sends the device is not called. */
    Either<BridgeError, IdSyncAnswer> sync(IdSync sync, CallOptions options);

    /** The address that a device calls by itself for that sync, such as an image in a page or an e-mail. Holds the id: not for logs. */
    Either<BridgeError, URI> address(IdSync sync);

    /** Asks the id service for a device's Experience Cloud id. */
    Either<BridgeError, VisitorAnswer> visitor(VisitorCall visitor, CallOptions options);

    /**
     * Opts a person or a device out: in all regions, unless the person's is known. Right also if some regions failed; see {@link OptOutReport#complete()}.
     * Left only if nothing could be sent.
     */
    Either<BridgeError, OptOutReport> optOut(OptOut wish, CallOptions options);
}
