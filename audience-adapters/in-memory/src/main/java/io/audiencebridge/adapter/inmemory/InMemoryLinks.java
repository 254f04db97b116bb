// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links of visitors. A cookie or a parameter {@code visitor=<id>} names one, and whatever else is called {@code visitor} is broken. */
final class InMemoryLinks implements VisitorLinks {
    private static final Pattern TRACE = Pattern.compile("(?:^|[;?&\\s])visitor=([^;&#\\s]*)");

    private final Set<Long> known;
    private final Set<Ecid> optedOut = new HashSet<>();
    private final List<InMemoryLink> links = new ArrayList<>();

    InMemoryLinks(Set<Long> known) {
        this.known = Set.copyOf(known);
    }

    @Override
    public Either<BridgeError, LinkOutcome> link(LinkOrder order, Call call) {
        return call.check()
                .flatMap(open -> key(order))
                .flatMap(key -> visitor(order.visitor()))
                .flatMap(found -> found.map(visitor -> link(order, visitor))
                        .getOrElse(() -> Either.right(LinkOutcome.NO_VISITOR)));
    }

    synchronized void optOut(Ecid visitor) {
        optedOut.add(visitor);
    }

    /** Whom the order names: the visitor, or every visitor who was linked with the id. */
    synchronized void leaveAlone(OptOutOrder order) {
        if (order instanceof OptOutOrder.Device device) {
            optedOut.add(device.visitor());
        } else if (order instanceof OptOutOrder.Person person) {
            links.stream()
                    .filter(link -> link.dataSource() == person.dataSource().id()
                            && link.id().equals(person.id()))
                    .forEach(link -> optedOut.add(link.visitor()));
        }
    }

    synchronized List<InMemoryLink> all() {
        return List.copyOf(links);
    }

    /** Pairs that were mapped in bulk. */
    synchronized void addAll(List<InMemoryLink> pairs) {
        pairs.stream().filter(pair -> !links.contains(pair)).forEach(links::add);
    }

    private synchronized Either<BridgeError, LinkOutcome> link(LinkOrder order, Ecid visitor) {
        DataSource source = order.dataSource();
        if (!known.contains(source.id())) {
            return Either.left(new BridgeError.RejectedBySystem(
                    "Data source " + source.id() + " is not known here; name it when the system is made",
                    Incident.local()));
        }
        if (optedOut.contains(visitor)) {
            return Either.right(LinkOutcome.OPTED_OUT);
        }
        return Either.right(remember(new InMemoryLink(visitor, source.id(), order.id(), order.state())));
    }

    /** Only the last link of a visitor and a data source counts, so that signing in again after signing out is one anew. */
    private LinkOutcome remember(InMemoryLink link) {
        List<InMemoryLink> same = links.stream()
                .filter(each -> each.visitor().equals(link.visitor()) && each.dataSource() == link.dataSource())
                .toList();
        boolean isLast = !same.isEmpty() && same.get(same.size() - 1).equals(link);
        if (!isLast) {
            links.add(link);
        }
        return isLast ? LinkOutcome.ALREADY_LINKED : LinkOutcome.LINKED;
    }

    private static Either<BridgeError, String> key(LinkOrder order) {
        if (!(order.dataSource().key() instanceof Declared declared)) {
            return wrong("dataSource.key", "is by visitor id; a visitor is linked with a declared id, so name that");
        }
        byte[] text = order.id().getBytes(StandardCharsets.UTF_8);
        boolean isSound =
                KeyTranslator.checkingWire(declared).translate(text, 0, text.length, new byte[KeyTranslator.LONGEST])
                        != KeyTranslator.INVALID;
        return isSound ? Either.right(order.id()) : wrong("id", "is no key in wire form (SEMANTICS S18)");
    }

    private static Either<BridgeError, Option<Ecid>> visitor(WebVisitor visitor) {
        if (visitor instanceof WebVisitor.Known one) {
            return Either.right(Option.some(one.visitorId()));
        }
        Matcher trace = TRACE.matcher(
                visitor instanceof WebVisitor.Cookies cookies
                        ? cookies.header()
                        : ((WebVisitor.HandedOver) visitor).address());
        return trace.find()
                ? Ecid.parse(trace.group(1))
                        .map(Option::some)
                        .<BridgeError>mapLeft(no -> BridgeError.InvalidRequest.of(no.subject(), no.message()))
                : Either.right(Option.none());
    }

    private static <T> Either<BridgeError, T> wrong(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }
}
