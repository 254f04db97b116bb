// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.ListBinding;
import io.audiencebridge.adapter.campaign.client.ListDraft;
import io.audiencebridge.adapter.campaign.client.ListEdit;
import io.audiencebridge.adapter.campaign.client.ListFolder;
import io.audiencebridge.adapter.campaign.client.ListPage;
import io.audiencebridge.adapter.campaign.client.ListQuery;
import io.audiencebridge.adapter.campaign.client.MembershipReport;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;
import java.util.Optional;

/** What one call of a client does. Not thread-safe. */
final class ListWork {
    private final CampaignSoap soap;
    private final ListTuning tuning;
    private final MemberReading reading;
    private final Call call;
    private final RecipientLists lists;
    private final ListFolders folders;

    ListWork(CampaignSoap soap, InstantSource clock, ListTuning tuning, MemberReading reading, Call call) {
        this.soap = soap;
        this.tuning = tuning;
        this.reading = reading;
        this.call = call;
        this.lists = new RecipientLists(soap, clock);
        this.folders = new ListFolders(soap, tuning.pageSize());
    }

    Either<BridgeError, Seq<ListFolder>> folders() {
        return folders.tree(call);
    }

    Either<BridgeError, ListPage> browse(ListQuery query) {
        Either<BridgeError, Seq<ListFolder>> within = query.folder()
                .map(folder -> folders.from(folder, query.subfolders(), call))
                .orElseGet(() -> Either.right(Vector.empty()));
        return within.flatMap(found -> new ListBrowsing(lists).of(query, found, call));
    }

    Either<BridgeError, CampaignList> find(String list) {
        return lists.find(list, list, call).flatMap(found -> lists.sized(found, call));
    }

    Either<BridgeError, CampaignList> create(ListDraft draft) {
        return folderId(draft.folder())
                .map(folder -> ListDraft.builder().from(draft).folder(folder).build())
                .flatMap(placed -> new NewList(soap, lists, tuning).create(placed, call));
    }

    Either<BridgeError, CampaignList> edit(String list, ListEdit edit) {
        return lists.present(list, list, call)
                .flatMap(found -> folderId(edit.folder())
                        .flatMap(folder -> new ListEditing(soap).edit(found, edit, folder.orElse(""), call))
                        .flatMap(written -> find(found.id())));
    }

    Either<BridgeError, KeySource> members(String list) {
        return lists.readable(list, list, call).flatMap(found -> reading.open(soap, lists, found, call));
    }

    Either<BridgeError, MembershipReport> change(String list, Change change, KeySource members) {
        try (members) {
            String step = change == Change.ADD ? "adding members" : "removing members";
            return memberships(list).flatMap(memberships -> {
                MembershipStream stream = new MembershipStream(memberships, change);
                return Batches.each(members, step, call, stream::accept)
                        .flatMap(seen -> stream.finish())
                        .map(all -> report(change, all));
            });
        }
    }

    /** The new members are read to their end before anything is written, so that a source that breaks changes nothing. */
    Either<BridgeError, MembershipReport> replace(String list, KeySource members) {
        try (members) {
            return memberships(list)
                    .flatMap(memberships -> Batches.recipients(members, "taking members", call)
                            .flatMap(wanted -> wanted.size() > 0
                                    ? replace(memberships, wanted)
                                    : Either.left(BridgeError.InvalidRequest.of(
                                            "members",
                                            "are none, which would empty list " + list
                                                    + "; call empty() if that is meant"))));
        }
    }

    Either<BridgeError, MembershipReport> replace(String list, IdSet wanted) {
        return memberships(list).flatMap(memberships -> replace(memberships, wanted));
    }

    Either<BridgeError, Option<ListBinding>> binding(String list) {
        return lists.present(list, list, call).flatMap(found -> bindings().of(found, call));
    }

    Either<BridgeError, CampaignList> bind(String list, ListBinding binding) {
        return lists.writable(list, list, call).flatMap(found -> bindings().bind(found, binding, call));
    }

    Either<BridgeError, CampaignList> unbind(String list) {
        return lists.present(list, list, call).flatMap(found -> bindings().unbind(found, call));
    }

    private Either<BridgeError, MembershipReport> replace(Memberships memberships, IdSet wanted) {
        return reading.open(soap, lists, memberships.list(), call).flatMap(new Replacement(memberships, wanted)::over);
    }

    private Either<BridgeError, Memberships> memberships(String list) {
        return lists.writable(list, list, call)
                .map(found -> new Memberships(soap, lists, found, tuning.batchSize(), call));
    }

    private ListBindings bindings() {
        return new ListBindings(soap, tuning.names());
    }

    private Either<BridgeError, Optional<String>> folderId(Optional<String> folder) {
        return folder.map(named -> folders.find(named, call).map(found -> Optional.of(found.id())))
                .orElseGet(() -> Either.right(Optional.empty()));
    }

    private static MembershipReport report(Change change, Memberships all) {
        MembershipReport.Builder report = MembershipReport.builder().missing(all.missing());
        return (change == Change.ADD ? report.entered(all.done()) : report.left(all.done())).build();
    }
}
