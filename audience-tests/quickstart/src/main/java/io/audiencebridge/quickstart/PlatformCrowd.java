// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Schedule;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** An audience in the sandbox's Real-Time CDP whose people come and go: of Campaign's recipients, and some whom Campaign does not know. */
final class PlatformCrowd {
    static final String DESTINATION = "Campaign";
    static final int RECIPIENTS = 1000;
    static final int STRANGERS = 50;

    private static final int EVERY_HOURS = 3;

    private final Sandbox sandbox;
    private final SandboxExperiencePlatform platform;
    private final LocalDate firstDay;
    private final String audience;

    PlatformCrowd(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.platform = sandbox.experiencePlatformData();
        // From noon of the day after the activation on, a first export lacks nobody.
        this.firstDay =
                LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC).plusDays(2);
        this.audience = platform.addAudience("Quickstart");
        Vector.ofAll(sandbox.campaignData().recipients())
                .map(SeedRecipient::email)
                .appendAll(Vector.rangeClosed(1, STRANGERS).map(number -> "stranger" + number + "@example.org"))
                .zipWithIndex()
                .forEach(person ->
                        platform.put(Profile.of("p" + (person._2() + 1)).email(person._1())));
        platform.addDestination(Destination.named(DESTINATION)
                .column("personalEmail.address")
                .column("segmentMembership.status")
                .audience(Activation.of(audience)
                        .incremental(Schedule.of(Frequency.EVERY_3_HOURS, firstDay, LocalTime.MIDNIGHT)))
                .build());
    }

    /** Platform's id of the audience. */
    String audience() {
        return audience;
    }

    /** When the full export is due. */
    Instant firstExport() {
        return firstDay.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Lets people come and go until a full export and two of changes are written and have arrived nowhere yet; gives the names of their files in that order. */
    Vector<String> comesAndGoes() {
        platform.files().hold();
        come(1, 600);
        come(1001, 1040);
        passes(1);
        leave(1, 100);
        come(601, 700);
        passes(1 + EVERY_HOURS);
        come(1, 50);
        leave(601, 650);
        come(1041, 1050);
        passes(1 + 2 * EVERY_HOURS);
        return Vector.ofAll(platform.files().onTheWay());
    }

    private void come(int from, int to) {
        platform.qualify(audience, people(from, to));
    }

    private void leave(int from, int to) {
        platform.exit(audience, people(from, to));
    }

    private static String[] people(int from, int to) {
        return Vector.rangeClosed(from, to).map(number -> "p" + number).toJavaArray(String[]::new);
    }

    private void passes(int hoursAfterFirst) {
        Instant there = firstExport().plus(Duration.ofHours(hoursAfterFirst));
        sandbox.clock().advance(Duration.between(sandbox.clock().instant(), there));
    }

    /** Takes back every file that has arrived. */
    void takeBack() {
        String bucket = sandbox.platformBucket();
        sandbox.objects().list(bucket).forEach(file -> sandbox.objects().delete(bucket, file.key()));
    }

    /** Lets a file arrive, be it for the first time or again. */
    void deliver(String file) {
        if (platform.files().onTheWay().contains(file)) {
            platform.files().deliver(file);
        } else {
            platform.files().deliverAgain(file, file);
        }
    }

    /** Rows of each export, oldest first. */
    Vector<Long> rows() {
        return Vector.ofAll(platform.runs()).map(run -> run.rows());
    }

    /** The recipients whom the events leave in the audience, without those who opted out. */
    Set<String> expected() {
        Set<String> inside = TreeSet.ofAll(platform.members(audience));
        return Vector.ofAll(sandbox.campaignData().recipients())
                .zipWithIndex()
                .filter(person -> inside.contains("p" + (person._2() + 1)))
                .map(person -> person._1())
                .reject(SeedRecipient::optedOut)
                .map(SeedRecipient::id)
                .toSortedSet();
    }
}
