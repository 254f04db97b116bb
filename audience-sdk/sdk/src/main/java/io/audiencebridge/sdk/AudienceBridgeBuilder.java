// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.HomeFactory;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.UUID;

/** Builds bridges. Not thread-safe. */
public final class AudienceBridgeBuilder {
    private Map<ConnectionName, Connector> connectors = LinkedHashMap.empty();
    private Vector<Violation> violations = Vector.empty();
    private Option<Path> home = Option.none();
    private InstantSource clock = InstantSource.system();
    private Duration limit = Duration.ofHours(6);
    private Progress progress = Progress.SILENT;

    AudienceBridgeBuilder() {}

    /** Adds a connection under {@code name}; the bridge closes it. */
    public AudienceBridgeBuilder connect(ConnectionName name, Connector connector) {
        if (connectors.containsKey(name)) {
            violations = violations.append(
                    new Violation("connect", "There are two connections named '" + name + "'; give one another name"));
        }
        connectors = connectors.put(name, connector);
        return this;
    }

    /** The folder for the journal and the ledger; without it a later share could not know who was shared before. */
    public AudienceBridgeBuilder home(Path folder) {
        home = Option.of(folder);
        return this;
    }

    /** The business clock; the system's by default. */
    public AudienceBridgeBuilder clock(InstantSource instead) {
        clock = instead;
        return this;
    }

    /** Time that one call may take at most; 6 hours by default. */
    public AudienceBridgeBuilder limit(Duration most) {
        limit = most;
        return this;
    }

    /** Hears how far calls have come. */
    public AudienceBridgeBuilder progress(Progress listener) {
        progress = listener;
        return this;
    }

    /**
     * The bridge.
     *
     * @throws InvalidRequestException with every mistake at once
     * @throws LocalFailureException when the home folder cannot be used
     */
    public AudienceBridge build() {
        Vector<Violation> found = violations;
        if (connectors.isEmpty()) {
            found = found.append(new Violation("connect", "A bridge needs a connection at each end; connect some"));
        }
        if (home.isEmpty()) {
            found = found.append(new Violation("home", "Name the folder in which journal and ledger are kept"));
        }
        if (!found.isEmpty()) {
            throw new InvalidRequestException(
                    new BridgeError.InvalidRequest(found, io.audiencebridge.domain.error.Incident.local()));
        }
        return bridge(open(home.get()).getOrElseThrow(error -> error.match(new ErrorTranslator())));
    }

    private AudienceBridge bridge(Home opened) {
        Infrastructure infrastructure = Infrastructure.builder()
                .journal(opened.journal())
                .ledger(opened.ledger())
                .engine(new PlainReconciler()::match)
                .clock(clock)
                .runIds(() -> new RunId(UUID.randomUUID().toString()))
                .build();
        Map<ConnectionName, Connector> connected = connectors;
        Duration each = limit;
        Progress listener = progress;
        Attempts attempts = new Attempts(
                new UseCases(connected, infrastructure),
                () -> Call.within(UUID.randomUUID().toString(), each, System::nanoTime, listener));
        return new AudienceBridge(attempts, () -> connected.values().forEach(Connector::close));
    }

    private static Either<BridgeError, Home> open(Path folder) {
        return Option.ofOptional(ServiceLoader.load(HomeFactory.class, AudienceBridgeBuilder.class.getClassLoader())
                        .findFirst())
                .<BridgeError>toEither(() -> BridgeError.LocalFailure.of(
                        "No home factory is on the class path; add audience-adapter-storage"))
                .flatMap(factory -> factory.open(folder.toString()));
    }
}
