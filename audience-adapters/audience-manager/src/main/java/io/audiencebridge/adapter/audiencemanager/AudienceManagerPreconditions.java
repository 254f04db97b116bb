// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.SignedInUser;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Looks at Audience Manager's side of a sharing: the account, the data source, segment and trait, merge rule, destination and mapping, the files in both buckets and what
 * became of them. Only reads are made. Source: audience-manager.md, sections 1.4 to 1.7, 4.1 to 4.8, 5 and 9.3.
 */
final class AudienceManagerPreconditions implements Preconditions {
    private final Company company;

    AudienceManagerPreconditions(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, Seq<CheckOutcome>> check(CheckOrder order, Call call) {
        if (order.dataSource().isEmpty()) {
            return Either.right(Vector.empty()); // a Platform audience does not come this way
        }
        return call.check().flatMap(open -> {
            Looking looking = new Looking(company, order, order.dataSource().get(), call);
            look(looking);
            return looking.failure().isDefined() ? Either.left(looking.failure().get()) : rights(looking, call);
        });
    }

    private static void look(Looking looking) {
        new DataSourceLook(looking).run();
        if (looking.failure().isDefined()) {
            return; // out of reach: asking on would only take the caller's time
        }
        Option<AudienceLook.Seen> seen = new AudienceLook(looking).run();
        seen.forEach(audience -> new MergeRuleLook(looking).run(audience));
        DestinationLook destination = new DestinationLook(looking);
        destination.run(seen);
        if (looking.exports()) {
            new InboundLook(looking).run(seen);
        } else {
            new OutboundLook(looking).run(seen, destination);
        }
    }

    /** A refusal that even the question who one is meets is no matter of rights. */
    private Either<BridgeError, Seq<CheckOutcome>> rights(Looking looking, Call call) {
        Seq<String> forbidden = looking.forbidden();
        if (forbidden.isEmpty()) {
            looking.met(AudienceManagerFacts.RIGHTS, "Everything that was asked for may be seen");
            return Either.right(looking.outcomes());
        }
        Either<BridgeError, SignedInUser> self =
                company.client().self(CallOptions.builder().partOf(call).build());
        if (self.isLeft() && self.getLeft() instanceof BridgeError.AccessDenied) {
            return Either.left(self.getLeft());
        }
        looking.blocks(
                AudienceManagerFacts.RIGHTS,
                Certainty.SEEN,
                new Told(
                        "Audience Manager lets the technical account in and forbids it to see "
                                + forbidden.mkString(", ")
                                + (forbidden.contains("data sources")
                                        ? self.map(AudienceManagerPreconditions::group)
                                                .getOrElse("")
                                        : ""),
                        "Its technical account may see data sources, traits, segments and destinations",
                        "Have an administrator put the technical account into a group with these rights and give its credential Audience Manager's product profile"));
        return Either.right(looking.outcomes());
    }

    private static String group(SignedInUser user) {
        return user.groups().isEmpty() ? "; it is in no group" : "";
    }
}
