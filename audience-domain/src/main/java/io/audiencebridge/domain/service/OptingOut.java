// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.OptOutLeg.Kind;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.PersonKey;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * Opts a person out (SEMANTICS S23): remembered first, so that nothing that fails later lets the person be shared; then everybody is told. It is no run: a run is written down
 * to be resumed, and would have to hold the person's ids. The caller, who has them, repeats the request instead.
 */
final class OptingOut {
    private static final String STORE = "suppression store";

    private final Connectors connectors;
    private final Infrastructure infrastructure;

    OptingOut(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    Either<BridgeError, OptOutReceipt> optOut(OptOutRequest request, Call call) {
        PersonAtHand person = new PersonAtHand(request);
        OptOutLegs legs = new OptOutLegs();
        return call.check()
                .flatMap(open -> checked(request))
                .flatMap(sound -> OptOutRegister.of(infrastructure))
                .flatMap(register -> register.remember(person)
                        .peek(digests -> legs.done(Kind.REMEMBER, STORE, digests))
                        .map(digests -> goOn(request, person, register, legs, call)));
    }

    /** The person is remembered; whatever fails from here on is a leg of the receipt. */
    private OptOutReceipt goOn(
            OptOutRequest request, PersonAtHand person, OptOutRegister register, OptOutLegs legs, Call call) {
        Either<BridgeError, Seq<SharedBefore>> shares = SharedBefore.all(infrastructure)
                .peekLeft(error -> legs.failed(Kind.LEAVE_AUDIENCE, "journal", 0, error));
        Seq<SharedBefore> known = shares.getOrElse(Vector.empty());
        Seq<DataSource> dataSources = dataSources(request, known);
        new OptOutLookUps(connectors, dataSources, legs, call).widen(person);
        register.remember(person).peekLeft(error -> legs.failed(Kind.REMEMBER, STORE, 0, error));
        tell(request, person, dataSources, legs, call);
        OptOutRemovals removals = new OptOutRemovals(connectors, infrastructure, register, legs, call);
        removals.fromAudiences(known, person);
        request.lists()
                .forEach(list -> removals.fromList(
                        list, person, dataSources.headOption().getOrElse(() -> DataSource.visitor(0))));
        return legs.receipt();
    }

    private void tell(
            OptOutRequest request, PersonAtHand person, Seq<DataSource> dataSources, OptOutLegs legs, Call call) {
        Map<ConnectionName, OptOutCalls> services = connectors.offering(OptOutCalls.class);
        Seq<OptOutOrder> orders = orders(request, person, dataSources);
        if (services.isEmpty()) {
            legs.pending(
                    Kind.TELL,
                    "services",
                    "No connection can tell a service; give Audience Manager's connection its data collection settings, or tell the service by hand");
        } else if (orders.isEmpty()) {
            legs.pending(
                    Kind.TELL,
                    "services",
                    "No id of the person is known that a service could be told; name declared ids or visitor ids");
        } else {
            Vector<Told> told = services.toVector().map(service -> Told.of(service._1(), service._2(), orders, call));
            boolean everywhere = told.exists(Told::isEverywhere);
            told.forEach(each -> each.into(legs, everywhere));
        }
    }

    private static Seq<OptOutOrder> orders(OptOutRequest request, PersonAtHand person, Seq<DataSource> dataSources) {
        Seq<OptOutOrder> devices = person.visitors().map(visitor -> new OptOutOrder.Device(visitor, request.region()));
        return devices.appendAll(dataSources
                .filter(source -> source.key() instanceof Declared)
                .distinctBy(DataSource::id)
                .flatMap(source ->
                        person.wire(source).map(wire -> new OptOutOrder.Person(source, wire, request.region()))));
    }

    /** Those of the request, and those by which lists were shared before. */
    private static Seq<DataSource> dataSources(OptOutRequest request, Seq<SharedBefore> shares) {
        return Vector.ofAll(request.keys())
                .map(PersonKey::dataSource)
                .appendAll(request.dataSources())
                .appendAll(shares.map(share -> share.request().dataSource()))
                .distinct();
    }

    private static Either<BridgeError, OptOutRequest> checked(OptOutRequest request) {
        boolean namesNobody = request.recipient().isEmpty()
                && request.keys().isEmpty()
                && request.visitors().isEmpty();
        Vector<Violation> wrong = Vector.ofAll(request.keys())
                .filter(key -> !(key.dataSource().key() instanceof Declared)
                        || PersonAtHand.wire(
                                        KeyTranslator.storedToWire(
                                                key.dataSource().key()),
                                        key.value())
                                .isEmpty())
                .map(
                        key -> new Violation(
                                "keys",
                                "A value for data source " + key.dataSource().id()
                                        + " is no valid declared id of it; give what the recipient's field holds, in its stored form"));
        Vector<Violation> all = namesNobody
                ? wrong.append(new Violation("request", "names nobody; give a recipient, a key or a visitor id"))
                : wrong;
        return all.isEmpty()
                ? Either.right(request)
                : Either.left(new BridgeError.InvalidRequest(all, Incident.local()));
    }
}
