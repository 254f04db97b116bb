// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.CampaignList.Kind;
import io.audiencebridge.adapter.campaign.client.CampaignList.State;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Looks at the list that is exported, or at the one that would be filled. */
public final class ListLook {
    private final RecipientLists lists;

    /** Over the instance's lists. */
    public ListLook(RecipientLists lists) {
        this.lists = lists;
    }

    /**
     * What was seen, and the list if its people can be read.
     *
     * @param outcomes what was seen
     * @param readable the list, with its size
     */
    public record Seen(Seq<CheckOutcome> outcomes, Option<CampaignList> readable) {
        private static Seen of(CheckOutcome outcome) {
            return new Seen(Vector.of(outcome), Option.none());
        }
    }

    /** The list that is exported. */
    public Seen exported(Situation situation, Call call) {
        String id = situation.order().origin().id();
        Either<BridgeError, CampaignList> found = lists.find(id, "'" + id + "'", call);
        if (found.isLeft()) {
            return Seen.of(missing(situation, found.getLeft()));
        }
        CampaignList list = found.get();
        if (list.state() == State.DELETED) {
            return Seen.of(
                    blocked(situation, named(list) + " was deleted.", "Browse the lists and share another one."));
        }
        if (list.kind() != Kind.RECIPIENTS && list.kind() != Kind.OWN_TABLE) {
            return Seen.of(blocked(
                    situation,
                    named(list) + " is of the kind " + list.kind() + ", which holds no recipients.",
                    "Share a list of recipients, or fill one from it by a workflow."));
        }
        return sized(situation, list, call);
    }

    private Seen sized(Situation situation, CampaignList list, Call call) {
        CheckOutcome there = list.state() == State.EXPIRED
                ? situation.found(
                        Documented.LIST,
                        Severity.WEAKENS,
                        Certainty.SEEN,
                        named(list) + " expired at " + list.expires().orElseThrow() + "; the next clean-up deletes it.",
                        "Give the list a later expiration date.")
                : situation.met(Documented.LIST, named(list) + " is there, of the kind " + list.kind() + ".");
        Either<BridgeError, CampaignList> sized = lists.sized(list, call);
        if (sized.isLeft() || sized.get().size().isEmpty()) {
            CheckOutcome unseen = sized.isLeft()
                    ? situation.unseen(Documented.MEMBERS, sized.getLeft())
                    : situation.unseen(Documented.MEMBERS, "The table of " + named(list) + " cannot be counted.");
            return new Seen(Vector.of(there, unseen), Option.some(list));
        }
        long size = sized.get().size().orElse(0);
        return size > 0
                ? new Seen(
                        Vector.of(
                                there, situation.met(Documented.MEMBERS, named(list) + " holds " + size + " people.")),
                        Option.some(sized.get()))
                : new Seen(
                        Vector.of(
                                there,
                                situation.found(
                                        Documented.MEMBERS,
                                        Severity.BLOCKS,
                                        Certainty.SEEN,
                                        named(list) + " is empty.",
                                        "Fill the list, then share it.")),
                        Option.none());
    }

    /** The list that is filled; one that is not there yet is made. */
    public Seen filled(Situation situation, Call call) {
        String title = situation.order().into();
        Either<BridgeError, Seq<CampaignList>> found = lists.labelled(title, call);
        if (found.isLeft()) {
            return Seen.of(missing(situation, found.getLeft()));
        }
        Seq<CampaignList> same = found.get();
        if (same.isEmpty()) {
            return Seen.of(
                    situation.met(Documented.LIST, "No list is labelled '" + title + "' yet; the run makes it."));
        }
        if (same.size() > 1) {
            return Seen.of(blocked(
                    situation,
                    "Several lists are labelled '" + title + "', those with the ids "
                            + same.map(CampaignList::id).mkString(", ") + ".",
                    "Rename all but one."));
        }
        CampaignList list = same.head();
        return Seen.of(
                list.state() == State.EXPIRED
                        ? blocked(
                                situation,
                                named(list) + " expired at " + list.expires().orElseThrow()
                                        + "; nothing is written to it, and the next clean-up deletes it.",
                                "Give the list a later expiration date, or fill another one.")
                        : situation.met(Documented.LIST, named(list) + " is there and can be filled."));
    }

    private static CheckOutcome missing(Situation situation, BridgeError error) {
        boolean told = error instanceof BridgeError.NotFound
                || error instanceof BridgeError.InvalidRequest
                || error instanceof BridgeError.AccessDenied;
        return told
                ? blocked(situation, error.message(), "Browse the lists and take one that the operator may use.")
                : situation.unseen(Documented.LIST, error);
    }

    private static CheckOutcome blocked(Situation situation, String seen, String remedy) {
        return situation.found(Documented.LIST, Severity.BLOCKS, Certainty.SEEN, seen, remedy);
    }

    private static String named(CampaignList list) {
        return "List " + list.id() + " ('" + list.label() + "')";
    }
}
