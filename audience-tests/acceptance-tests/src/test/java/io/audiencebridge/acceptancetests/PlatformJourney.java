// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Schedule;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A sandbox with recipients 1 to 12 in Campaign and the same people, and strangers, in Platform as {@code p1} and so on. Exports are due from the second midnight on, so that the first one
 * lacks nobody.
 */
final class PlatformJourney implements AutoCloseable {
    static final ConnectionName PLATFORM = new ConnectionName("experience-platform");
    static final String LIST = "From Platform";
    static final String DESTINATION = "Campaign";
    static final int PEOPLE = 12;

    /** People whom Campaign does not know have higher numbers. */
    static final int STRANGERS = 3;

    final Sandbox sandbox;
    final SandboxExperiencePlatform platform;

    /** When the full exports are due. */
    final Instant first;

    private final Path home;

    PlatformJourney(Path home) {
        this.home = home;
        this.sandbox = Sandbox.builder()
                .recipients(IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(PlatformJourney::recipient)
                        .toList())
                .start();
        this.platform = sandbox.experiencePlatformData();
        this.first = firstDay().atStartOfDay().toInstant(ZoneOffset.UTC);
        IntStream.rangeClosed(1, PEOPLE + STRANGERS).forEach(number -> platform.put(profile(number)));
    }

    private LocalDate firstDay() {
        return LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC).plusDays(2);
    }

    static SeedRecipient recipient(int number) {
        return new SeedRecipient(
                Integer.toString(number),
                "person" + number + "@example.com",
                "CRM-%08d".formatted(number),
                List.of("%038d".formatted(number)),
                false);
    }

    static Profile profile(int number) {
        return Profile.of("p" + number)
                .name("First, " + number, "\"Last\" " + number)
                .email(" Person" + number + "@Example.com")
                .with("crm.id", "CRM-%08d".formatted(number))
                .identity("ECID", "%038d".formatted(number));
    }

    /** Who those of Platform are in Campaign. */
    static Set<String> recipients(List<String> profiles) {
        Set<String> ids = new TreeSet<>();
        profiles.stream()
                .map(id -> Integer.parseInt(id.substring(1)))
                .filter(number -> number <= PEOPLE)
                .forEach(number -> ids.add(Integer.toString(number)));
        return ids;
    }

    static String[] people(int... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> "p" + number).toArray(String[]::new);
    }

    /** A destination as Platform proposes it for Campaign. */
    static Destination.Builder destination() {
        return Destination.named(DESTINATION)
                .column("person.name.firstName")
                .column("person.name.lastName")
                .column("personalEmail.address")
                .column("segmentMembership.status");
    }

    /** In full at {@link #first}, and then what changed, every three hours. */
    Activation incremental(String audience) {
        return Activation.of(audience)
                .incremental(Schedule.of(Frequency.EVERY_3_HOURS, firstDay(), LocalTime.MIDNIGHT));
    }

    /** In full at {@link #first} and every day after. */
    Activation daily(String audience) {
        return Activation.of(audience).full(Schedule.of(Frequency.DAILY, firstDay(), LocalTime.MIDNIGHT));
    }

    /** The same destination as the reader of its files sees it. */
    ExportDestination.Builder reading() {
        return ExportDestination.builder()
                .name(DESTINATION)
                .keyColumn("personalEmail.address")
                .schedule(ExportSchedule.builder()
                        .firstExport(first)
                        .activated(Instant.EPOCH)
                        .build());
    }

    /** Lets time pass until so many hours after the first export. */
    void hoursAfterFirst(int hours) {
        Instant wanted = first.plus(Duration.ofHours(hours));
        sandbox.clock().advance(Duration.between(sandbox.clock().instant(), wanted));
    }

    ExchangeSettings bucket() {
        return Journey.bucket(sandbox.description(), "platformBucket").build();
    }

    /** A bridge with a memory of its own, which reads Platform's bucket. */
    AudienceBridge bridge(String memory, ExportDestination... destinations) {
        return builder(memory, destinations).files("platform", bucket()).build();
    }

    AudienceBridgeBuilder builder(String memory, ExportDestination... destinations) {
        return Journey.builder(sandbox.description(), home.resolve(memory))
                .connect(ExperiencePlatformSettings.builder()
                        .addDestinations(destinations)
                        .build())
                .clock(sandbox.clock());
    }

    static ReceiveRequest.Builder request(String audience) {
        return ReceiveRequest.builder()
                .audience(new AudienceRef(PLATFORM, audience))
                .into(Journey.CAMPAIGN)
                .list(LIST)
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build());
    }

    static Receipt receive(AudienceBridge bridge, String audience) {
        return bridge.receive(request(audience).build());
    }

    Set<String> inTheList() {
        return membersOf(LIST);
    }

    Set<String> membersOf(String listLabel) {
        return sandbox.campaignData().lists().stream()
                .filter(list -> list.label().equals(listLabel))
                .map(SandboxList::memberIds)
                .findFirst()
                .<Set<String>>map(TreeSet::new)
                .orElseGet(TreeSet::new);
    }

    /** What became of the rows, in one line; nothing in it that did not happen but what stands. */
    static String told(Receipt receipt) {
        EventTally tally = receipt.events().orElseThrow();
        return "exports %d read %d realized %d exited %d stale %d conflicting %d invalid %d"
                .formatted(
                        tally.exports(),
                        tally.read(),
                        tally.realized(),
                        tally.exited(),
                        tally.stale(),
                        tally.conflicting(),
                        tally.invalid());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
