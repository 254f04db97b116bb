// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.ListFolder;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Row;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The tree of folders that hold lists. The tree is made of the paths, which every folder carries. */
final class ListFolders {
    private static final String SCHEMA = "xtk:folder";

    /** The model of folders that hold lists. */
    private static final Condition OF_LISTS = Condition.equal(XPath.of("@model"), Literal.of("nmsGroup"));

    private static final XPath ID = XPath.of("@id");
    private static final XPath NAME = XPath.of("@name");
    private static final XPath LABEL = XPath.of("@label");
    private static final XPath FULL_NAME = XPath.of("@fullName");

    private final CampaignSoap soap;
    private final int pageSize;

    ListFolders(CampaignSoap soap, int pageSize) {
        this.soap = soap;
        this.pageSize = pageSize;
    }

    /** All folders, each after the one above it. */
    Either<BridgeError, Seq<ListFolder>> tree(Call call) {
        return soap.rows(query(Vector.of(OF_LISTS)).build(), pageSize, call).flatMap(ListFolders::tree);
    }

    /** The folder of that id or internal name. */
    Either<BridgeError, ListFolder> find(String folder, Call call) {
        boolean byId = Keyset.isId(folder);
        if (!byId && !folder.matches(RecipientLists.INTERNAL_NAME)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "folder",
                    "'" + folder + "' is neither the id nor the internal name of a folder; take one from folders()"));
        }
        List<ListFolder> found = new ArrayList<>();
        Condition named =
                byId ? Condition.equal(ID, Keyset.literal(folder)) : Condition.equal(NAME, Literal.of(folder));
        Query query = query(Vector.of(OF_LISTS, named)).limit(1).build();
        return soap.select(query, row -> found.add(folder(row)), call)
                .flatMap(read -> Vector.ofAll(found)
                        .headOption()
                        .toEither(() -> BridgeError.NotFound.of("There is no folder of lists '" + folder
                                + "', or the operator may not see it; take one from folders()")));
    }

    /** The folder and, if asked for, those below it. */
    Either<BridgeError, Seq<ListFolder>> from(String folder, boolean subfolders, Call call) {
        Either<BridgeError, ListFolder> top = find(folder, call);
        return subfolders
                ? top.flatMap(found -> tree(call)
                        .map(all -> all.filter(one -> isBelow(one, found))
                                .append(found)
                                .distinctBy(ListFolder::id)))
                : top.map(Vector::of);
    }

    private static Query.Builder query(Seq<Condition> conditions) {
        return Query.on(SCHEMA)
                .select(ID, NAME, LABEL, FULL_NAME)
                .conditions(conditions)
                .orderBy(ID);
    }

    private static ListFolder folder(Row row) {
        String path = row.text(FULL_NAME);
        return ListFolder.builder()
                .id(row.text(ID))
                .name(row.text(NAME))
                .label(row.text(LABEL))
                .path(path.endsWith("/") ? path : path + "/")
                .build();
    }

    private static Either<BridgeError, Seq<ListFolder>> tree(Rows rows) {
        List<ListFolder> found = new ArrayList<>();
        try (rows) {
            Either<BridgeError, Boolean> next = rows.next();
            for (; next.isRight() && next.get(); next = rows.next()) {
                found.add(folder(rows.row()));
            }
            return next.map(end -> tree(found));
        }
    }

    private static Seq<ListFolder> tree(List<ListFolder> folders) {
        folders.sort(Comparator.comparing(ListFolder::path));
        Deque<ListFolder> above = new ArrayDeque<>();
        Vector<ListFolder> tree = Vector.empty();
        for (ListFolder folder : folders) {
            while (!above.isEmpty() && !isBelow(folder, above.peek())) {
                above.pop();
            }
            tree = tree.append(ListFolder.builder()
                    .from(folder)
                    .parent(Optional.ofNullable(above.peek()).map(ListFolder::id))
                    .build());
            above.push(folder);
        }
        return tree;
    }

    /** A folder without a path has none below it. */
    private static boolean isBelow(ListFolder folder, ListFolder above) {
        return above.path().length() > 1 && folder.path().startsWith(above.path());
    }
}
