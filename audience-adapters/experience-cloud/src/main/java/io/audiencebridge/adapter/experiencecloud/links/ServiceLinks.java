// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.IdAnswer;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.time.InstantSource;

/** Links by the ID service: what a page's {@code setCustomerIDs} does, from a server. Source: experience-cloud.md, sections 2.4 and 5. */
public final class ServiceLinks implements VisitorLinks {
    private final Identification service;
    private final LinkRules rules;
    private final TraceReader traces;
    private final LinkAnswer answers;
    private final Digests digests = new Digests();
    private final LinkMemory memory;
    private final Turns turns = new Turns();

    /** Links by {@code service} of {@code system}; {@code clock} says how old a trace and what is remembered is. */
    public ServiceLinks(Identification service, LinkRules rules, InstantSource clock, SystemId system) {
        this.service = service;
        this.rules = rules;
        this.traces = new TraceReader(rules, clock);
        this.answers = new LinkAnswer(rules.organisation(), system);
        this.memory = new LinkMemory(digests, clock, rules.mostRemembered());
    }

    @Override
    public Either<BridgeError, LinkOutcome> link(LinkOrder order, Call call) {
        return call.check()
                .flatMap(open -> OrderReader.customerId(order))
                .flatMap(id -> traces.read(order.visitor()).flatMap(trace -> linked(trace, id, call)));
    }

    private Either<BridgeError, LinkOutcome> linked(Trace trace, CustomerId id, Call call) {
        if (trace instanceof Trace.Visitor visitor) {
            return memory.outcome(visitor.id(), id)
                    .map(Either::<BridgeError, LinkOutcome>right)
                    .getOrElse(() -> inTurn(visitor.id(), id, call));
        }
        return Either.right(trace instanceof Trace.OptedOut ? LinkOutcome.OPTED_OUT : LinkOutcome.NO_VISITOR);
    }

    private Either<BridgeError, LinkOutcome> inTurn(VisitorId visitor, CustomerId id, Call call) {
        return turns.inTurn(
                digests.place(visitor, id),
                call,
                () -> memory.outcome(visitor, id)
                        .map(Either::<BridgeError, LinkOutcome>right)
                        .getOrElse(() -> ask(visitor, id, call)));
    }

    private Either<BridgeError, LinkOutcome> ask(VisitorId visitor, CustomerId id, Call call) {
        IdRequest request =
                IdRequest.builder().visitorId(visitor).addCustomerIds(id).build();
        return service.identify(request, call)
                .mapLeft(error -> answers.refusal(error, id))
                .flatMap(answer -> answers.outcome(answer, visitor, id, call.correlationId())
                        .peek(outcome -> remember(outcome, answer, visitor, id)));
    }

    private void remember(LinkOutcome outcome, IdAnswer answer, VisitorId visitor, CustomerId id) {
        if (outcome == LinkOutcome.OPTED_OUT) {
            memory.optedOut(visitor, answer.optOutKept());
        } else {
            memory.linked(visitor, id, rules.remembered().orElse(answer.idSyncKept()));
        }
    }

    /** Asks the ID service. */
    @FunctionalInterface
    public interface Identification {
        /** The service's answer to {@code request}, within {@code call}. */
        Either<BridgeError, IdAnswer> identify(IdRequest request, Call call);
    }
}
