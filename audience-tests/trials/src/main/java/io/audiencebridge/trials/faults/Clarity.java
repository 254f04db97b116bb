// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an error says clearly what happened: by the documented variant, about the right subject, with advice and a next step, and without a secret or a person's id. */
final class Clarity {
    private static final Map<String, String> NAMES = Map.of(
            "ims", "ims",
            "campaign", "campaign",
            "audienceManager", "audience-manager",
            "dcs", "experience-cloud",
            "s3", "s3");

    private static final Map<String, String> TITLES = Map.of(
            "ims", "Adobe IMS",
            "campaign", "Campaign",
            "audienceManager", "Audience Manager",
            "dcs", "ID service",
            "s3", "bucket");

    private final World world;
    private final Cell cell;

    Clarity(World world, Cell cell) {
        this.world = world;
        this.cell = cell;
    }

    /** What is wrong with the error; empty when it is clear. */
    Optional<String> complaint(BridgeError error) {
        return Stream.of(variant(error), subject(error), advice(error), nextStep(error), secrets(error))
                .flatMap(Optional::stream)
                .findFirst()
                .map(what -> what + ": " + error.code() + " " + error.message());
    }

    private Optional<String> variant(BridgeError error) {
        String code = isWaiting(error) ? "Waiting" : error.code();
        boolean documented = cell.fault().isToldBy(code) || Documented.allows(cell.fault(), cell.site(), code);
        return wrong(
                !documented, "is told as another variant than " + cell.fault().codes());
    }

    private static boolean isWaiting(BridgeError error) {
        return error.message().startsWith(RunCase.WAITS);
    }

    /** Where the disk is full the file is named, as where a file is corrupt; elsewhere the system. The end of the caller's own time is nobody's. */
    private Optional<String> subject(BridgeError error) {
        String system = cell.site().system();
        boolean named = cell.fault() == Fault.DISK_FULL
                ? error.message().contains(world.disk().folder().toString())
                : error.incident().system().map(SystemId::name).equals(Optional.ofNullable(NAMES.get(system)))
                        || error.message().contains(TITLES.getOrDefault(system, system))
                        || error.message().contains("'" + Sharing.AUDIENCE + "'");
        boolean file = (cell.fault() == Fault.CORRUPT_GZIP || cell.fault() == Fault.WRONG_KEY || isWaiting(error))
                && Stream.of("File ", "Export ", "Audience Manager's history").anyMatch(error.message()::contains);
        return wrong(!named && !file && !(error instanceof BridgeError.DeadlineExceeded), "does not name its subject");
    }

    private Optional<String> advice(BridgeError error) {
        Duration asked =
                cell.fault() == Fault.THROTTLED ? Duration.ofSeconds(Harm.RETRY_AFTER_SECONDS) : Duration.ofMillis(1);
        boolean throttled =
                error instanceof BridgeError.Throttled pause && pause.pause().compareTo(asked) < 0;
        boolean atOnce =
                error instanceof BridgeError.Unavailable pause && pause.pause().isZero();
        boolean nowhere = error instanceof BridgeError.OutcomeUnknown unknown
                && unknown.lookAt().isBlank();
        boolean tooSoon = throttled || atOnce || nowhere;
        return wrong(tooSoon, "gives no advice, or a pause that is too short");
    }

    private static Optional<String> nextStep(BridgeError error) {
        return wrong(!error.message().matches("(?s).+[;,] .{4,}"), "does not say what to do");
    }

    private Optional<String> secrets(BridgeError error) {
        boolean leaks = Stream.concat(
                        Stream.of(
                                world.sandbox().clientSecret(), world.sandbox().s3SecretKey()),
                        People.all().stream().flatMap(Clarity::ids))
                .anyMatch(error.message()::contains);
        return wrong(leaks, "shows a secret or a person's id");
    }

    private static Stream<String> ids(SeedRecipient person) {
        return Stream.concat(Stream.of(person.email(), person.declaredId()), person.visitorIds().stream());
    }

    private static Optional<String> wrong(boolean broken, String what) {
        return broken ? Optional.of(what) : Optional.empty();
    }
}
