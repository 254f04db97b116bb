// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tries cells out, one after the other, in a world of its own. */
final class Bench implements AutoCloseable {
    private static final int TENTH = 10;

    private final World world;
    private final Map<Use, String> undisturbed = new EnumMap<>(Use.class);

    Bench(Certificates certificates) {
        world = new World(certificates);
    }

    /** The calls of an undisturbed run, whose end is remembered. */
    List<Site> discover(Use use) {
        UseCase useCase = prepared(use);
        try (AudienceBridge bridge =
                world.bridge(Way.relayed(Fault.REFUSED.limit()).of(use))) {
            Either<BridgeError, String> end = useCase.go(world, bridge);
            List<Site> calls = world.plan().calls();
            undisturbed.put(
                    use,
                    end(end.getOrElseThrow(error -> new IllegalStateException(
                            "Undisturbed, " + use.title() + " ended as " + error.message()))));
            return calls;
        }
    }

    /** Tries one cell. */
    Verdict tried(Cell cell) {
        if (!undisturbed.containsKey(cell.use())) {
            discover(cell.use());
        }
        UseCase useCase = prepared(cell.use());
        Way usual = Way.relayed(cell.fault().limit()).of(cell.use());
        Way way = cell.fault().isOfTls() ? usual.overTls() : usual;
        way = cell.isWrongStore() ? way.storeAt(world.store(cell.fault())) : way;
        way = cell.fault() == Fault.WRONG_KEY ? way.withWrongKey() : way;
        return struck(cell, useCase, way);
    }

    private Verdict struck(Cell cell, UseCase useCase, Way way) {
        try (AudienceBridge bridge = world.bridge(way)) {
            cell.fault().arm(world, cell.site());
            Either<BridgeError, String> outcome = useCase.go(world, bridge);
            boolean missed = world.plan().isMissed();
            boolean overspent = world.plan().mostRepeats() > cell.fault().mostCalls(Wiring.ATTEMPTS);
            boolean late = isLate(cell);
            if (missed && !cell.isInSettings()) {
                return new Verdict(cell, Verdict.End.OTHER, "the call never came", late, overspent);
            }
            Optional<String> complaint = outcome.isLeft() ? complaint(cell, outcome.getLeft()) : Optional.empty();
            world.mend();
            if (complaint.isPresent()) {
                return new Verdict(cell, Verdict.End.OTHER, complaint.get(), late, overspent);
            }
            Either<BridgeError, String> last = outcome.isRight() ? outcome : resumed(cell, useCase, bridge);
            return settled(cell, outcome, last, late, overspent);
        }
    }

    private Optional<String> complaint(Cell cell, BridgeError error) {
        return new Clarity(world, cell).complaint(error);
    }

    private Either<BridgeError, String> resumed(Cell cell, UseCase useCase, AudienceBridge bridge) {
        if (!cell.isInSettings()) {
            return useCase.go(world, bridge);
        }
        bridge.close();
        try (AudienceBridge mended =
                world.bridge(Way.relayed(cell.fault().limit()).of(cell.use()))) {
            return useCase.go(world, mended);
        }
    }

    private Verdict settled(
            Cell cell,
            Either<BridgeError, String> first,
            Either<BridgeError, String> last,
            boolean late,
            boolean overspent) {
        String stopped = first.fold(error -> "stopped by " + error.code() + " " + error.message() + "; ", end -> "");
        if (last.isLeft()) {
            String detail = stopped + "could not be resumed: " + last.getLeft().code() + " "
                    + last.getLeft().message();
            return new Verdict(cell, Verdict.End.OTHER, detail, late, overspent);
        }
        String wanted = Objects.requireNonNull(undisturbed.get(cell.use()));
        String end = end(last.get());
        boolean equal = first.isRight() ? end.equals(wanted) : Told.settled(end).equals(Told.settled(wanted));
        if (!equal) {
            String detail = stopped + "ended otherwise:\n" + Told.difference(end, wanted) + "\ninstead of:\n"
                    + Told.difference(wanted, end);
            return new Verdict(cell, Verdict.End.OTHER, detail, late, overspent);
        }
        Verdict.End good = first.isRight() ? Verdict.End.RECOVERED : Verdict.End.CLEAR;
        return new Verdict(cell, good, stopped, late, overspent);
    }

    private boolean isLate(Cell cell) {
        Duration limit = cell.fault().limit();
        return world.longest().compareTo(limit.plus(limit.dividedBy(TENTH))) > 0;
    }

    private UseCase prepared(Use use) {
        world.reset();
        UseCase useCase = use.made();
        try (AudienceBridge bridge = world.bridge(Way.STRAIGHT)) {
            useCase.prepare(world, bridge);
        }
        world.plan().clear();
        return useCase;
    }

    private String end(String told) {
        world.sandbox().clock().advance(Sharing.FILES_TRAVELLED);
        return told + "\n" + Told.of(world);
    }

    @Override
    public void close() {
        world.close();
    }
}
