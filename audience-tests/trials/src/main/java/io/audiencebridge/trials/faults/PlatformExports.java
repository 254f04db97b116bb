// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Schedule;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/** An audience of Experience Platform and its files in a bucket, as the writer and as the reader see it. */
final class PlatformExports {
    static final String AUDIENCE = "5b1bbd0d-4b2c-4d3c-9d7d-0c7a1d6f0e11";

    private static final String DESTINATION = "Campaign";
    private static final String FOLDER = "aep/campaign";
    private static final int PEOPLE = 14;

    private PlatformExports() {}

    /** Writes a full export, and an increment in which one came and one left. */
    static void write(World world, boolean encrypted) {
        SandboxExperiencePlatform platform = world.sandbox().experiencePlatformData();
        IntStream.rangeClosed(1, PEOPLE).forEach(number -> platform.put(People.profile(number)));
        platform.addAudience(AUDIENCE, "VIP");
        LocalDate never = LocalDate.ofInstant(world.sandbox().clock().instant(), ZoneOffset.UTC)
                .plusYears(1);
        Destination.Builder files = Destination.named(DESTINATION)
                .column("personalEmail.address")
                .column("segmentMembership.status")
                .to(Target.bucket(FOLDER))
                .audience(Activation.of(AUDIENCE)
                        .incremental(Schedule.of(Frequency.EVERY_3_HOURS, never, LocalTime.MIDNIGHT)))
                .csv("compression", "GZIP")
                .manifest(true);
        if (encrypted) {
            files.publicKey(Keys.oursToEncryptTo());
        }
        String destination = platform.addDestination(files.build());
        platform.qualify(AUDIENCE, "p1", "p2", "p3", "p13");
        platform.export(destination, AUDIENCE);
        world.sandbox().clock().advance(Duration.ofSeconds(1));
        platform.exit(AUDIENCE, "p1");
        platform.qualify(AUDIENCE, "p4");
        world.sandbox().clock().advance(Duration.ofSeconds(1));
        platform.export(destination, AUDIENCE);
    }

    static ExportDestination reading(boolean encrypted) {
        ExportDestination.Builder reading = ExportDestination.builder()
                .name(DESTINATION)
                .keyColumn("personalEmail.address")
                .folder(FOLDER)
                .settledAfter(Duration.ZERO)
                .manifests(true)
                .schedule(ExportSchedule.builder()
                        .earliestIsFull(true)
                        .activated(Instant.EPOCH)
                        .build());
        return (encrypted ? reading.cipher("platform") : reading).build();
    }
}
