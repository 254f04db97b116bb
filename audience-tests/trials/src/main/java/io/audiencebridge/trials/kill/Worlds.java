// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManager;
import io.audiencebridge.sandbox.experienceplatform.SandboxExperiencePlatform;
import io.audiencebridge.sandbox.experienceplatform.exports.Activation;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Frequency;
import io.audiencebridge.sandbox.experienceplatform.exports.Schedule;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Bridges;
import io.audiencebridge.trials.Crowd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the worlds. */
final class Worlds {
    /** One more in so many has no keys. */
    private static final int KEYLESS_EVERY = 20;

    /** The cases. */
    static final List<String> CASES = List.of("import", "import-system", "receive", "share", "share-system", "sync");

    /** People whom the sandbox's Platform takes at once. */
    private static final int AT_ONCE = 10_000;

    private static final Duration TRAIT_IS_LIVE = Duration.ofHours(4).plusMinutes(1);
    private static final Duration FILES_TRAVELLED = Duration.ofDays(2).plusMinutes(1);

    private final int members;
    private final Path folder;

    Worlds(int members, Path folder) {
        this.members = members;
        this.folder = folder;
    }

    World of(String errand) throws IOException {
        return switch (errand) {
            case "import", "import-system" -> importing(errand);
            case "receive" -> receiving(errand);
            case "share", "share-system", "sync" -> new FilesWorld(errand, sandbox(), members);
            default -> throw new IOException("There is no case '" + errand + "'; there are " + CASES);
        };
    }

    private Sandbox sandbox() {
        return Sandbox.builder().recipients(Crowd.of(members, keyless())).start();
    }

    private int keyless() {
        return members / KEYLESS_EVERY;
    }

    /** Everybody was shared, and the files are there. */
    private World importing(String errand) {
        Sandbox sandbox = sandbox();
        SandboxAudienceManager audienceManager = sandbox.audienceManagerData();
        DataSource source = DataSource.builder()
                .from(DataSource.visitor(audienceManager.visitorDataSourceId()))
                .destinationId(audienceManager.visitorDestinationId())
                .build();
        String audience;
        try (AudienceBridge bridge = Bridges.builder(sandbox.description(), folder.resolve("sharing"))
                .clock(sandbox.clock())
                .build()) {
            audience = shared(sandbox, bridge, source);
        }
        return new ListWorld(
                errand,
                sandbox,
                Map.of(
                        "audience", audience,
                        "visitorSource", Long.toString(source.id()),
                        "destination", Long.toString(audienceManager.visitorDestinationId())),
                members,
                keyless());
    }

    private static String shared(Sandbox sandbox, AudienceBridge bridge, DataSource source) {
        Receipt receipt = bridge.share(ShareRequest.builder()
                .list(new AudienceRef(Bridges.CAMPAIGN, sandbox.campaignData().allRecipientsList()))
                .to(Bridges.AUDIENCE_MANAGER)
                .audience(FilesWorld.AUDIENCE)
                .dataSource(source)
                .build());
        sandbox.clock().advance(TRAIT_IS_LIVE);
        bridge.resume(receipt.run());
        sandbox.clock().advance(FILES_TRAVELLED);
        return bridge.browse(AudienceQuery.builder()
                        .connection(Bridges.AUDIENCE_MANAGER)
                        .search(FilesWorld.AUDIENCE)
                        .build())
                .audiences()
                .head()
                .ref()
                .id();
    }

    /** Everybody is in the audience, whose one full export has arrived. */
    private World receiving(String errand) {
        Sandbox sandbox = sandbox();
        SandboxExperiencePlatform platform = sandbox.experiencePlatformData();
        String audience = platform.addAudience(FilesWorld.AUDIENCE);
        for (int from = 1; from <= members; from += AT_ONCE) {
            List<Integer> numbers = IntStream.rangeClosed(from, Math.min(members, from + AT_ONCE - 1))
                    .boxed()
                    .toList();
            platform.put(numbers.stream().map(Worlds::profile).toList());
            platform.qualify(
                    audience,
                    sandbox.clock().instant(),
                    numbers.stream().map(number -> "p" + number).toList());
        }
        LocalDate day =
                LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC).plusDays(2);
        Instant first = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        platform.addDestination(Destination.named(Errand.DESTINATION)
                .column("personalEmail.address")
                .column("segmentMembership.status")
                .audience(Activation.of(audience).full(Schedule.of(Frequency.DAILY, day, LocalTime.MIDNIGHT)))
                .build());
        sandbox.clock()
                .advance(Duration.between(sandbox.clock().instant(), first).plusHours(1));
        return new ListWorld(
                errand, sandbox, Map.of("audience", audience, "firstExport", first.toString()), members, keyless());
    }

    private static Profile profile(int number) {
        return Profile.of("p" + number).email(Crowd.email(number));
    }
}
