// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.IfNewer;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.sharing.Timeline;
import io.audiencebridge.domain.sharing.TimelineLeg;
import io.audiencebridge.domain.sharing.TimelineLeg.State;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is followed leg by leg until Audience Manager counts its members; standing shares run when there is something newer. */
final class FollowingRunsTest {
    private static final String AUDIENCE = "Followed";
    private static final String LIST = "Followed, back";

    private final List<SharingEvent> heard = new ArrayList<>();

    @TempDir
    Path home;

    @Test
    void a_share_is_followed_from_its_request_to_the_visible_audience() {
        try (Journey journey = new Journey(People.withoutSharedKeys(60), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            Receipt waiting = journey.bridge.share(journey.share(journey.everybody(), AUDIENCE, source));

            Timeline planned = journey.bridge.timeline(waiting.run());
            journey.sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
            journey.bridge.resume(waiting.run());
            Timeline sent = journey.bridge.timeline(waiting.run());
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Timeline visible = journey.bridge.timeline(waiting.run());

            assertThat(states(planned))
                    .containsEntry("planned", State.PASSED)
                    .containsEntry("trait-live", State.UNDER_WAY)
                    .containsEntry("handed-over", State.AHEAD);
            assertThat(states(sent))
                    .containsEntry("handed-over", State.PASSED)
                    .containsEntry("file-accepted", State.UNDER_WAY)
                    .containsEntry("trait-population", State.AHEAD);
            assertThat(states(visible).values()).as("%s", visible.legs()).containsOnly(State.PASSED);
            assertThat(visible.legs()).extracting(TimelineLeg::name).endsWith("library-display");
            assertThat(visible.receipt().state()).isEqualTo(RunState.STORED);
        }
    }

    @Test
    void a_standing_import_runs_for_a_new_file_and_tells_a_missing_day() {
        Sandbox sandbox =
                Sandbox.builder().recipients(People.withoutSharedKeys(60)).start();
        AudienceBridge bridge = Journey.builder(sandbox.description(), home)
                .listener(heard::add)
                .clock(sandbox.clock())
                .build();
        try (Journey journey = new Journey(sandbox, bridge)) {
            DataSource source = KeyKind.VISITOR.dataSource(sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            sandbox.clock().advance(Journey.FILES_TRAVELLED);
            ImportRequest request = journey.importOf(AUDIENCE, LIST, source);

            IfNewer first = bridge.importIfNewer(request);
            sandbox.clock().advance(Duration.ofMinutes(30));
            IfNewer second = bridge.importIfNewer(request);
            sandbox.clock().advance(Duration.ofDays(2));
            LocalDate lost = loseADay(sandbox);
            IfNewer third = bridge.importIfNewer(request);

            assertThat(first).isInstanceOf(IfNewer.Ran.class);
            assertThat(second).isInstanceOf(IfNewer.NothingNew.class);
            assertThat(second.because()).contains("nothing newer");
            assertThat(third).isInstanceOf(IfNewer.Ran.class);
            assertThat(third.missingDays()).containsExactly(lost);
            assertThat(heard)
                    .filteredOn(SharingEvent.DayMissing.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void a_standing_share_runs_for_a_click_of_somebody_in_the_list() {
        try (Journey journey = new Journey(People.withoutSharedKeys(60), home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            String list = journey.sandbox.campaignData().addList("Some", Set.of("1", "2", "3"));
            ShareRequest request = journey.share(new AudienceRef(Journey.CAMPAIGN, list), AUDIENCE, source);
            journey.sandbox.clock().advance(Duration.ofDays(1)); // a watermark looks back, and everybody is new
            journey.delivered(((IfNewer.Ran) journey.bridge.shareIfNewer(request)).receipt());
            journey.sandbox.clock().advance(Duration.ofDays(1));

            IfNewer quiet = journey.bridge.shareIfNewer(request);
            click(journey, "40");
            IfNewer other = journey.bridge.shareIfNewer(request);
            click(journey, "2");
            IfNewer ours = journey.bridge.shareIfNewer(request);

            assertThat(quiet).isInstanceOf(IfNewer.NothingNew.class);
            assertThat(other).isInstanceOf(IfNewer.NothingNew.class);
            assertThat(ours).isInstanceOf(IfNewer.Ran.class);
            assertThat(((IfNewer.Ran) ours).receipt().exported().orElseThrow().rows())
                    .isEqualTo(1);
        }
    }

    private static void click(Journey journey, String recipient) {
        journey.sandbox
                .campaignData()
                .addClick(
                        recipient,
                        "77" + "0".repeat(34) + "%02d".formatted(Integer.parseInt(recipient)),
                        journey.sandbox.clock().instant());
    }

    /** The files of the day before yesterday's last delivery are gone, as if they had not come. */
    private static LocalDate loseADay(Sandbox sandbox) {
        LocalDate day =
                LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC).minusDays(1);
        long from = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long to = from + Duration.ofDays(1).toMillis();
        sandbox.objects().list(sandbox.outboundBucket()).stream()
                .map(object -> object.key())
                .filter(key -> stamp(key) >= from && stamp(key) < to)
                .forEach(key -> sandbox.objects().delete(sandbox.outboundBucket(), key));
        return day;
    }

    private static long stamp(String key) {
        Matcher stamp = Pattern.compile("[0-9]{13}").matcher(key);
        return stamp.find() ? Long.parseLong(stamp.group()) : 0;
    }

    private static Map<String, State> states(Timeline timeline) {
        return timeline.legs().stream().collect(Collectors.toMap(TimelineLeg::name, TimelineLeg::state));
    }
}
