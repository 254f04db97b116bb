// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Keys out of files that a workflow of the instance extracts, from some number of recipients on. */
public final class ExtractedByWorkflow implements KeyExtracts {
    /** UNVERIFIED, since the workflow is the instance's own: where its log says this, the file is held to it. */
    private static final Pattern PROMISED = Pattern.compile("\\bExtracted ([0-9]{1,18}) rows\\b");

    private final BulkPlace place;
    private final Seq<String> flags;
    private final CampaignSoap soap;
    private final KeyPlaces keys;

    /**
     * Extracts into {@code place}.
     *
     * @param flags the recipient's flags any of which means opted out
     * @param keys where keys stand
     */
    public ExtractedByWorkflow(BulkPlace place, Seq<String> flags, CampaignSoap soap, KeyPlaces keys) {
        this.place = place;
        this.flags = flags;
        this.soap = soap;
        this.keys = keys;
    }

    /** An order once given stands, also when recipients became fewer meanwhile. */
    @Override
    public Either<BridgeError, Option<KeyFeed>> extract(ExtractOrder order, Call call) {
        BulkStore store = store(order);
        return keys.of(order.dataSource())
                .flatMap(key -> listId(order, call).flatMap(list -> {
                    BulkJob job = job(list, key, store);
                    return job.look(call)
                            .flatMap(state -> state instanceof JobState.NotBegun
                                    ? isWorthIt(order, call).flatMap(worth -> worth ? begun(job, call) : none())
                                    : feed(order, job, state, store, call).map(Option::some));
                }));
    }

    @Override
    public Either<BridgeError, Boolean> discard(ExtractOrder order, Call call) {
        return store(order).discard(call);
    }

    private Either<BridgeError, Option<KeyFeed>> begun(BulkJob job, Call call) {
        return job.begin(call).map(state -> Option.some(new KeyFeed.NotYet(((JobState.AtWork) state).waiting())));
    }

    /** The file is looked for first: the workflow may be at work on the next one already. */
    private Either<BridgeError, KeyFeed> feed(
            ExtractOrder order, BulkJob job, JobState state, BulkStore store, Call call) {
        return store.isThere(call).flatMap(there -> {
            if (there) {
                return ready(order, store, call);
            }
            return state instanceof JobState.AtWork atWork
                    ? Either.right(new KeyFeed.NotYet(atWork.waiting()))
                    : job.failed(
                            "Workflow '" + place.settings().extractWorkflow() + "' finished, and there is no file "
                                    + store.file() + " in exchange '"
                                    + place.settings().exchange()
                                    + "'; check where it writes to, then resume the run",
                            call);
        });
    }

    private Either<BridgeError, KeyFeed> ready(ExtractOrder order, BulkStore store, Call call) {
        return promised(store, call)
                .flatMap(promised -> store.read(call)
                        .map(source -> new KeyFeed.Ready(new ExtractSource(
                                source,
                                store.file(),
                                order.dataSource().key() instanceof ReconciliationKey.Visitor,
                                promised,
                                call))));
    }

    private Either<BridgeError, OptionalLong> promised(BulkStore store, Call call) {
        return store.ordered(call)
                .flatMap(ordered -> place.workflows()
                        .find(place.settings().extractWorkflow(), call)
                        .flatMap(workflow -> place.workflows()
                                .log()
                                .number(workflow, ordered.getOrElse(Instant.EPOCH), PROMISED, call)));
    }

    private Either<BridgeError, Boolean> isWorthIt(ExtractOrder order, Call call) {
        Either<BridgeError, Long> recipients = order.list()
                .map(list -> place.lists().size(list, call))
                .orElseGet(() -> soap.count(Query.on(DataSource.RECIPIENTS).build(), call));
        return recipients.map(count -> count >= place.settings().recipientsFrom());
    }

    private Either<BridgeError, String> listId(ExtractOrder order, Call call) {
        return order.list()
                .map(list -> place.lists().readable(list, call).map(CampaignList::id))
                .orElseGet(() -> Either.right(""));
    }

    private BulkJob job(String listId, String key, BulkStore store) {
        return place.job(
                place.settings().extractWorkflow(),
                store,
                LinkedHashMap.of("listId", listId, "key", key, "flags", flags.mkString(","), "file", store.file()));
    }

    private BulkStore store(ExtractOrder order) {
        return place.store("keys-" + order.run() + ".csv");
    }

    private static Either<BridgeError, Option<KeyFeed>> none() {
        return Either.right(Option.none());
    }

    /** Where the keys of a data source stand. */
    @FunctionalInterface
    public interface KeyPlaces {
        /** As an expression. Left: {@code InvalidRequest} for a field that can be none. */
        Either<BridgeError, String> of(DataSource dataSource);
    }
}
