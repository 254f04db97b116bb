// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.CampaignList.Kind;
import io.audiencebridge.adapter.campaign.client.CampaignList.State;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Term;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lists of an instance. Safe for use by several threads. */
public final class RecipientLists {
    static final String SCHEMA = "nms:group";

    static final XPath ID = XPath.of("@id");
    private static final XPath LABEL = XPath.of("@label");
    private static final XPath TYPE = XPath.of("@type");

    /** Lists that do not wait for the clean-up. */
    static final Condition NOT_DELETED = Condition.equal(XPath.of("@deleteStatus"), Literal.of(0));

    /** Lists whose members can be read: they stand in the relation table or in a table of the list's own. */
    static final Condition READABLE = Condition.in(TYPE, List.of(Literal.of(0), Literal.of(1)));

    /** Lists whose members stand in the relation table. */
    private static final Condition OF_RELATIONS = Condition.equal(TYPE, Literal.of(0));

    /** What Campaign lets an internal name be: a word of letters, digits and underscores, dots and hyphens inside. */
    static final String INTERNAL_NAME = "[A-Za-z_][A-Za-z0-9_.-]{0,63}";

    private static final int MOST_OF_ONE_LABEL = 20;
    private final CampaignSoap soap;
    private final InstantSource clock;

    /**
     * The lists behind {@code soap}.
     *
     * @param clock tells which lists' time is over
     */
    public RecipientLists(CampaignSoap soap, InstantSource clock) {
        this.soap = soap;
        this.clock = clock;
    }

    /** The list whose members can be read. Left: see {@link #find}, and {@code InvalidRequest} for a list of another kind. */
    public Either<BridgeError, CampaignList> readable(AudienceRef ref, Call call) {
        return readable(ref.id(), ref.toString(), call);
    }

    /** The list whose members can be changed. Left: see {@link #readable}, and {@code InvalidRequest} for a list whose time is over. */
    public Either<BridgeError, CampaignList> writable(AudienceRef ref, Call call) {
        return writable(ref.id(), ref.toString(), call);
    }

    Either<BridgeError, CampaignList> readable(String list, String shown, Call call) {
        return present(list, shown, call)
                .flatMap(found -> found.kind() == Kind.RECIPIENTS || found.kind() == Kind.OWN_TABLE
                        ? Either.right(found)
                        : refused(shown + " is of the kind " + found.kind()
                                + ", whose members cannot be read; use a list of recipients"));
    }

    Either<BridgeError, CampaignList> writable(String list, String shown, Call call) {
        return present(list, shown, call).flatMap(found -> {
            if (found.kind() != Kind.RECIPIENTS) {
                return refused(shown + " is of the kind " + found.kind()
                        + ", whose members only a workflow of Campaign changes; use a list of recipients (type 0)");
            }
            return found.state() == State.EXPIRED
                    ? refused(shown + " expired at " + found.expires().orElseThrow()
                            + " and goes with the next clean-up; give it a later date in Campaign, or use another list")
                    : Either.right(found);
        });
    }

    /** The list, unless it was deleted. */
    Either<BridgeError, CampaignList> present(String list, String shown, Call call) {
        return find(list, shown, call)
                .flatMap(
                        found -> found.state() != State.DELETED
                                ? Either.right(found)
                                : Either.left(
                                        BridgeError.NotFound.of(
                                                "List " + shown
                                                        + " was deleted and waits for Campaign's clean-up; browse the lists and take another")));
    }

    /** Right: the list is there. Left: {@code NotFound}, since it was deleted while something was {@code done} to it. */
    Either<BridgeError, CampaignList> stillThere(CampaignList list, String done, Call call) {
        return present(list.id(), list.id(), call)
                .mapLeft(error -> error instanceof BridgeError.NotFound
                        ? new BridgeError.NotFound(
                                "List " + list.id() + " ('" + list.label() + "') was deleted while it was " + done
                                        + "; browse the lists and choose another, or create it anew",
                                error.incident())
                        : error);
    }

    /**
     * The list of that id or internal name, whatever its kind and state.
     * Left: {@code NotFound}, or {@code InvalidRequest} for what can be neither.
     *
     * @param shown how messages name it
     */
    public Either<BridgeError, CampaignList> find(String list, String shown, Call call) {
        boolean byId = Keyset.isId(list);
        if (!byId && !list.matches(INTERNAL_NAME)) {
            return refused("'" + list + "' is neither the id nor the internal name of a Campaign list;"
                    + " browse the lists and take an id from there");
        }
        Condition named =
                byId ? Condition.equal(ID, Keyset.literal(list)) : Condition.equal(XPath.of("@name"), Literal.of(list));
        return select(query(Vector.of(named)).limit(1).build(), call)
                .flatMap(found -> found.headOption()
                        .toEither(() -> BridgeError.NotFound.of("There is no list " + shown
                                + ", or the operator may not see it; browse the lists and take an id from there")));
    }

    /** Lists of recipients with exactly this label, oldest first. */
    public Either<BridgeError, Seq<CampaignList>> labelled(String label, Call call) {
        Condition same = Condition.equal(LABEL, Literal.of(label));
        return select(
                        query(Vector.of(OF_RELATIONS, NOT_DELETED, same))
                                .orderBy(ID)
                                .limit(MOST_OF_ONE_LABEL)
                                .build(),
                        call)
                .map(found -> found.filter(list -> list.label().equals(label)));
    }

    /** The newest lists, those with the greatest ids, under {@code conditions}. */
    Either<BridgeError, Seq<CampaignList>> newest(Seq<Condition> conditions, int count, Call call) {
        return select(query(conditions).orderByDescending(ID).limit(count).build(), call);
    }

    /** The list with its size, where Campaign can tell it. The table of an old list may be gone before the list is. */
    public Either<BridgeError, CampaignList> sized(CampaignList list, Call call) {
        return switch (list.kind()) {
            case RECIPIENTS -> sized(list, Query.on(Relation.SCHEMA).where(Relation.of(list.id())), call);
            case OWN_TABLE ->
                sized(list, Query.on(OwnTable.schema(list.id())), call)
                        .fold(
                                error -> error instanceof BridgeError.InvalidRequest
                                                || error instanceof BridgeError.NotFound
                                        ? Either.right(list)
                                        : Either.left(error),
                                Either::right);
            default -> Either.right(list);
        };
    }

    private Either<BridgeError, CampaignList> sized(CampaignList list, Query.Builder members, Call call) {
        return soap.count(members.build(), call)
                .map(size -> CampaignList.builder().from(list).size(size).build());
    }

    /** Members of the list. Left: see {@link #readable}. */
    public Either<BridgeError, Long> size(AudienceRef ref, Call call) {
        return readable(ref, call)
                .flatMap(list -> sized(list, call))
                .map(list -> list.size().orElse(0));
    }

    /** Every list with its size. */
    Either<BridgeError, Seq<CampaignList>> sized(Seq<CampaignList> lists, Call call) {
        Vector<CampaignList> sized = Vector.empty();
        for (CampaignList list : lists) {
            Either<BridgeError, CampaignList> one = sized(list, call);
            if (one.isLeft()) {
                return Either.left(one.getLeft());
            }
            sized = sized.append(one.get());
        }
        return Either.right(sized);
    }

    /** Lists whose label may contain {@code text}; {@link #isLabelledLike} decides, since servers differ in what they take for lower case. */
    static Condition labelledLike(String text) {
        return Condition.containing(Term.lower(LABEL), text.toLowerCase(Locale.ROOT));
    }

    static boolean isLabelledLike(CampaignList list, String text) {
        return list.label().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Lists older than that one. */
    static Condition before(String id) {
        return Condition.lessThan(ID, Keyset.literal(id));
    }

    private Either<BridgeError, Seq<CampaignList>> select(Query query, Call call) {
        List<CampaignList> found = new ArrayList<>();
        return soap.select(query, row -> found.add(ListRow.read(row, clock.instant())), call)
                .map(rows -> Vector.ofAll(found));
    }

    private static Query.Builder query(Seq<Condition> conditions) {
        return Query.on(SCHEMA).select(ListRow.COLUMNS).conditions(conditions);
    }

    private static <T> Either<BridgeError, T> refused(String message) {
        return Either.left(BridgeError.InvalidRequest.of("list", message));
    }
}
