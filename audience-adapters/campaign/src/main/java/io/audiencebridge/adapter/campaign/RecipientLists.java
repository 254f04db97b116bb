// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Condition;
import io.audiencebridge.adapter.campaign.soap.Literal;
import io.audiencebridge.adapter.campaign.soap.Query;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** The lists of an instance. Safe for use by several threads. */
final class RecipientLists {
    static final String SCHEMA = "nms:group";

    /** UNVERIFIED: {@code @lastModified} of a list; the others were seen in recorded answers. */
    private static final Vector<Query.Column> COLUMNS = Vector.of(
                    "@id", "@label", "@type", "@lastModified", "desc", "[folder/@label]")
            .map(Query.Column::of);

    /** Lists whose members stand in the relation table. */
    private static final Condition OF_RELATIONS = Condition.of("@type = 0");

    /** What Campaign lets an internal name be: a word of letters, digits and underscores, dots and hyphens inside. */
    private static final String INTERNAL_NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

    private static final int MOST_OF_ONE_LABEL = 20;
    private final CampaignSoap soap;

    RecipientLists(CampaignSoap soap) {
        this.soap = soap;
    }

    /** The list of that id or internal name. Left: {@code NotFound}, or {@code InvalidRequest} for what can be neither, and for a list that keeps its members elsewhere. */
    Either<BridgeError, RecipientList> find(AudienceRef ref, Call call) {
        boolean byId = Keyset.isNumber(ref.id()) || ref.id().matches("[0-9a-fA-F-]{36}");
        if (!byId && !ref.id().matches(INTERNAL_NAME)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "list",
                    "'" + ref.id() + "' is neither the id nor the internal name of a Campaign list;"
                            + " browse the lists and take an id from there"));
        }
        Condition named =
                Condition.of(byId ? "@id = " + Keyset.literal(ref.id()) : "@name = " + Literal.text(ref.id()));
        return select(query(Vector.of(named)).lineCount(1).build(), call)
                .flatMap(found -> found.headOption()
                        .toEither(() -> BridgeError.NotFound.of("There is no list " + ref
                                + ", or the operator may not see it; browse the lists and take an id from there")))
                .flatMap(list -> list.isOfRelations()
                        ? Either.right(list)
                        : Either.left(BridgeError.InvalidRequest.of(
                                "list",
                                "List " + ref + " is of type " + list.type()
                                        + " and keeps its members in a table of its own; use a list of type 0")));
    }

    /** Lists with exactly this label, oldest first. */
    Either<BridgeError, Seq<RecipientList>> labelled(String label, Call call) {
        Condition same = Condition.of("@label = " + Literal.text(label));
        return select(
                        query(Vector.of(OF_RELATIONS, same))
                                .orderBy("@id")
                                .lineCount(MOST_OF_ONE_LABEL)
                                .build(),
                        call)
                .map(found -> found.filter(list -> list.label().equals(label)));
    }

    /**
     * The newest lists, those with the greatest ids, whose label may contain {@code search} (see {@link Literal#containing}); only those older than
     * {@code before}.
     */
    Either<BridgeError, Seq<RecipientList>> newest(Option<String> search, Option<String> before, int count, Call call) {
        Vector<Condition> conditions = Vector.of(OF_RELATIONS)
                .appendAll(search.map(text -> Condition.of("Lower(@label) LIKE " + Literal.containing(text))))
                .appendAll(before.map(id -> Condition.of("@id < " + id)));
        return select(
                query(conditions)
                        .orderBy("@id")
                        .descending(true)
                        .lineCount(count)
                        .build(),
                call);
    }

    /** Members of the list. */
    Either<BridgeError, Long> size(String id, Call call) {
        return soap.count(
                Query.on(ListMembers.SCHEMA)
                        .conditions(Vector.of(ListMembers.of(id)))
                        .build(),
                call);
    }

    private Either<BridgeError, Seq<RecipientList>> select(Query query, Call call) {
        List<RecipientList> found = new ArrayList<>();
        return soap.select(query, row -> found.add(RecipientList.of(row)), call).map(rows -> Vector.ofAll(found));
    }

    private static Query.Builder query(Vector<Condition> conditions) {
        return Query.on(SCHEMA).columns(COLUMNS).conditions(conditions);
    }
}
