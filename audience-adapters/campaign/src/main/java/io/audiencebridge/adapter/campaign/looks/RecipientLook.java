// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Looks at the recipients by counting them: whether the key's field is there and filled, and who is on a deny list. */
public final class RecipientLook {
    private final PeopleQueries people;

    /** Over the instance's recipients. */
    public RecipientLook(CampaignSoap soap) {
        this.people = new PeopleQueries(soap);
    }

    /** The field of a declared id; {@code list} only if one is exported. */
    public CheckOutcome field(Situation situation, XPath field, Option<CampaignList> list, Call call) {
        Either<BridgeError, Long> without = people.recipients(list, Option.some(Condition.isNull(field)), call);
        if (without.isLeft()) {
            return refused(
                    Documented.KEY_FIELD,
                    situation,
                    without.getLeft(),
                    "nms:recipient has no column " + field + ", or it cannot be used.",
                    "Take the reconciliation key's path from the schema nms:recipient.");
        }
        Either<BridgeError, Long> all = people.recipients(list, Option.none(), call);
        Either<BridgeError, Long> empty = people.recipients(list, Option.some(Condition.isEmpty(field)), call);
        if (all.isLeft() || empty.isLeft()) {
            return situation.met(Documented.KEY_FIELD, "nms:recipient has the column " + field + ".");
        }
        long filled = all.get() - empty.get();
        String seen = "Of " + all.get() + " recipients" + of(list) + ", " + filled + " have a value at " + field + ".";
        return filled > 0 || all.get() == 0
                ? situation.met(Documented.KEY_FIELD, seen)
                : situation.found(
                        Documented.KEY_FIELD,
                        Severity.BLOCKS,
                        Certainty.SEEN,
                        seen,
                        "Fill " + field + " for these recipients, or take the field that holds their ids.");
    }

    /** The deny lists. */
    public CheckOutcome denied(Situation situation, Seq<String> flags, Option<CampaignList> list, Call call) {
        if (flags.isEmpty()) {
            return situation.met(Documented.OPT_OUT_FLAGS, "No deny list is looked at, as the settings say.");
        }
        Seq<Condition> each = flags.map(flag -> Condition.equal(XPath.of("@" + flag), Literal.of(true)));
        Condition any = Condition.or(each.head(), each.tail().toJavaArray(Condition[]::new));
        Either<BridgeError, Long> denied = people.recipients(list, Option.some(any), call);
        if (denied.isLeft()) {
            return refused(
                    Documented.OPT_OUT_FLAGS,
                    situation,
                    denied.getLeft(),
                    "nms:recipient has not all of the flags " + flags.mkString(", ") + ".",
                    "Correct optOutFlags; every run reads them.");
        }
        Either<BridgeError, Long> all = people.recipients(list, Option.none(), call);
        if (all.isLeft()) {
            return situation.unseen(Documented.OPT_OUT_FLAGS, all.getLeft());
        }
        String seen = denied.get() + " of " + all.get() + " recipients" + of(list) + " are on a deny list ("
                + flags.mkString(", ") + ").";
        if (denied.get() == 0) {
            return situation.met(Documented.OPT_OUT_FLAGS, seen);
        }
        return situation.found(
                Documented.OPT_OUT_FLAGS,
                denied.get() >= all.get() ? Severity.BLOCKS : Severity.INFORMS,
                Certainty.SEEN,
                seen,
                "Nothing is to be done for whoever opted out; take people who did not.");
    }

    private static CheckOutcome refused(
            Precondition precondition, Situation situation, BridgeError error, String seen, String remedy) {
        return error instanceof BridgeError.InvalidRequest
                ? situation.found(precondition, Severity.BLOCKS, Certainty.SEEN, seen, remedy)
                : situation.unseen(precondition, error);
    }

    private static String of(Option<CampaignList> list) {
        return list.filter(each -> each.kind() == CampaignList.Kind.RECIPIENTS)
                .map(each -> " of list " + each.id())
                .getOrElse("");
    }
}
