// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.WorkflowLogEntry;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Members in files that a workflow of the instance loads, from some number of changes on. */
public final class LoadedByWorkflow implements MemberLoader {
    /** UNVERIFIED, since the workflow is the instance's own: where its log says this, rejected rows are an error. */
    private static final Pattern LOADED =
            Pattern.compile("\\bLoaded: [0-9]{1,18} added, [0-9]{1,18} removed, ([0-9]{1,18}) rejected\\b");

    private final BulkPlace place;

    /** Loads out of {@code place}. */
    public LoadedByWorkflow(BulkPlace place) {
        this.place = place;
    }

    @Override
    public boolean takes(long members) {
        return members >= place.settings().changesFrom();
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(LoadOrder order, Call call) {
        BulkStore store = store(order);
        return place.lists()
                .writable(order.list(), call)
                .map(CampaignList::id)
                .flatMap(list -> store.create(call)
                        .map(sink -> new ChangeSink(new ChangeFile(sink), store.file(), job(list, store), call)));
    }

    /** The log is looked at first: the workflow may be at work on the next file already. */
    @Override
    public Either<BridgeError, LoadState> look(LoadOrder order, Call call) {
        BulkStore store = store(order);
        return place.lists().writable(order.list(), call).map(CampaignList::id).flatMap(list -> {
            BulkJob job = job(list, store);
            return store.ordered(call)
                    .flatMap(ordered -> logged(ordered, call))
                    .flatMap(line -> line.isDefined() && !line.get().error()
                            ? loaded(job, store, line.get(), call)
                            : job.look(call).map(LoadedByWorkflow::state));
        });
    }

    @Override
    public Either<BridgeError, Boolean> discard(LoadOrder order, Call call) {
        return store(order).discard(call);
    }

    private Either<BridgeError, Option<WorkflowLogEntry>> logged(Option<Instant> ordered, Call call) {
        return ordered.isEmpty() || ordered.get().equals(Instant.EPOCH)
                ? Either.right(Option.none())
                : place.workflows()
                        .find(place.settings().loadWorkflow(), call)
                        .flatMap(workflow -> place.workflows().log().first(workflow, ordered.get(), LOADED, call));
    }

    private Either<BridgeError, LoadState> loaded(BulkJob job, BulkStore store, WorkflowLogEntry line, Call call) {
        Matcher counts = LOADED.matcher(line.message());
        long rejected = counts.find() ? Long.parseLong(counts.group(1)) : 0;
        return rejected == 0
                ? Either.right(new LoadState.Loaded())
                : job.failed(
                        "Workflow '" + place.settings().loadWorkflow() + "' rejected " + rejected + " rows of file "
                                + store.file() + ", of recipients that were deleted meanwhile or of a damaged file;"
                                + " resume the run to have the difference worked out again",
                        call);
    }

    private static LoadState state(JobState state) {
        if (state instanceof JobState.AtWork atWork) {
            return new LoadState.Pending(atWork.waiting());
        }
        return state instanceof JobState.Ended ? new LoadState.Loaded() : new LoadState.NotBegun();
    }

    private BulkJob job(String listId, BulkStore store) {
        return place.job(
                place.settings().loadWorkflow(), store, LinkedHashMap.of("listId", listId, "file", store.file()));
    }

    private BulkStore store(LoadOrder order) {
        return place.store("members-" + order.run() + ".csv");
    }
}
