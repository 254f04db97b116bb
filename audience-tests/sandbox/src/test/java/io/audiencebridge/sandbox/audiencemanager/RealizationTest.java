// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visit;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visit.DeclaredId;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import io.audiencebridge.sandbox.audiencemanager.rules.RuleError;
import io.audiencebridge.sandbox.audiencemanager.rules.Signals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who realizes a trait and is in a segment, by all merge rules. Source: audience-manager.md, sections 1.2, 1.6, 1.7, 2.11, 3.1, 7. */
class RealizationTest {
    private static final long DECLARED = StartingData.DECLARED;
    private static final DeclaredId BORIS = new DeclaredId(DECLARED, "CRM-1");
    private static final Duration DAY = Duration.ofDays(1);

    private final SandboxClock clock = new SandboxClock();
    private final Company company = new Company(clock);
    private final Visits visits = company.visits();
    private String device;
    private long sites;
    private long loyal;

    /** A trait of visits and one of people: one for devices, one for the customer's own list. */
    @BeforeEach
    void prepare() {
        device = visits.newDevice();
        sites = trait(TraitResource.RULE_BASED, "c_page == \"home\"", 0);
        loyal = trait(TraitResource.ONBOARDED, "", 0);
    }

    @ParameterizedTest
    @CsvSource({
        // kind, in real time unknown, signed in; in batches device, person
        "NO_CROSS_DEVICE, false, false, false, false",
        "CURRENT_AUTHENTICATED, false, false, false, false",
        "LAST_AUTHENTICATED, true, true, true, true",
        "ALL_CROSS_DEVICE, false, false, false, false",
    })
    void a_rule_over_a_device_and_a_person_needs_both_profiles(
            String kind, boolean unknown, boolean signedIn, boolean deviceInBatch, boolean personInBatch) {
        long segment = segment(sites + "T AND " + loyal + "T", kind);
        visits.bind(device, DECLARED, "CRM-1");
        onboard("CRM-1", loyal);
        visits.realize(new Visit(device, Optional.empty()), signals("c_page", "home"));

        assertThat(visits.segments(visit()).contains(segment)).isEqualTo(unknown);
        assertThat(visits.segments(visit(BORIS)).contains(segment)).isEqualTo(signedIn);
        assertThat(inBatch(segment, 0)).isEqualTo(deviceInBatch);
        assertThat(inBatch(segment, DECLARED)).isEqualTo(personInBatch);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_CROSS_DEVICE, false, false, false, false",
        "CURRENT_AUTHENTICATED, false, true, false, false",
        "LAST_AUTHENTICATED, true, true, true, true",
        "ALL_CROSS_DEVICE, false, false, false, true",
    })
    void a_rule_over_a_persons_trait_reads_it_as_the_merge_rule_says(
            String kind, boolean unknown, boolean signedIn, boolean deviceInBatch, boolean personInBatch) {
        long segment = segment(loyal + "T", kind);
        visits.bind(device, DECLARED, "CRM-1");
        onboard("CRM-1", loyal);

        assertThat(visits.segments(visit()).contains(segment)).isEqualTo(unknown);
        assertThat(visits.segments(visit(BORIS)).contains(segment)).isEqualTo(signedIn);
        assertThat(inBatch(segment, 0)).isEqualTo(deviceInBatch);
        assertThat(inBatch(segment, DECLARED)).isEqualTo(personInBatch);
    }

    @Test
    void the_last_authenticated_person_counts_and_not_the_one_before() {
        long segment = segment(loyal + "T", "LAST_AUTHENTICATED");
        onboard("CRM-1", loyal);
        visits.bind(device, DECLARED, "CRM-1");
        boolean first = inBatch(segment, 0);

        visits.bind(device, DECLARED, "CRM-2");

        assertThat(first).isTrue();
        assertThat(inBatch(segment, 0)).isFalse();
        assertThat(inBatch(segment, DECLARED))
                .as("on no device any more, it stands for itself")
                .isTrue();
    }

    @Test
    void a_person_without_a_device_is_in_a_segment_that_reads_its_source() {
        long segment = segment(loyal + "T", "LAST_AUTHENTICATED");

        onboard("CRM-9", loyal);

        assertThat(inBatch(segment, DECLARED)).isTrue();
        assertThat(company.population().size(segment)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true, false, true", "false, true, false"})
    void traits_of_a_visit_go_to_the_person_only_when_signed_in(boolean signedIn, boolean onDevice, boolean onPerson) {
        visits.bind(device, DECLARED, "CRM-1");
        Set<Long> realized = visits.realize(signedIn ? visit(BORIS) : visit(), signals("C_Page", "HOME"));

        assertThat(realized).containsExactly(sites);
        assertThat(visits.traits(visit()).contains(sites)).isEqualTo(onDevice);
        assertThat(inBatch(segment(sites + "T", "ALL_CROSS_DEVICE"), DECLARED)).isEqualTo(onPerson);
    }

    @ParameterizedTest
    @CsvSource({
        "FREQUENCY([%dT] <= 7D) >= 2, true",
        "frequency([%dT]<=7D)>=3, false",
        "FREQUENCY([%dT] >= 5D) == 2, true",
        "FREQUENCY([%dT]) >= 3, true",
        "FREQUENCY([%dT]) >= 4, false",
        "FREQUENCY([%dT]) <= 3 AND %<dT, true",
        "%dT AND NOT FREQUENCY([%<dT] <= 1D) >= 1, true",
    })
    void recency_and_frequency_count_visits(String rule, boolean in) {
        for (int days : new int[] {3, 3, 3}) {
            visits.realize(visit(), sites);
            clock.advance(DAY.multipliedBy(days));
        }

        long segment = segment(rule.formatted(sites), "NO_CROSS_DEVICE");

        assertThat(visits.segments(visit()).contains(segment)).isEqualTo(in);
        assertThat(inBatch(segment, 0)).isEqualTo(in);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQUENCY([%2$dT]) >= 1",
                "FREQUENCY([%1$dT]) <= 5",
                "FREQUENCY([%1$dT] <= 0D) >= 1",
                "FREQUENCY([%1$dT] <= 5D)",
                "FREQUENCY([%1$dT] == 5D) >= 1",
                "FREQUENCY(%1$dT) >= 1",
                "FREQUENCY([]) >= 1",
                "FREQUENCY([%1$dT] <= 5D) >= 0",
                "NOT %1$dT",
                "%1$dT OR NOT %2$dT",
                "%1$d",
                "9T",
                "%1$dT AND",
            })
    void a_rule_that_nobody_may_have_is_refused(String rule) {
        assertThatExceptionOfType(RuleError.class)
                .isThrownBy(() -> segment(rule.formatted(sites, loyal), "NO_CROSS_DEVICE"));
    }

    @Test
    void a_trait_ends_with_its_time_to_live_and_a_visit_renews_it() {
        long brief = trait(TraitResource.RULE_BASED, "x == 1", 10);
        visits.realize(visit(), brief);
        clock.advance(DAY.multipliedBy(9));
        visits.realize(visit(), brief);
        clock.advance(DAY.multipliedBy(9));
        boolean renewed = visits.traits(visit()).contains(brief);
        clock.advance(DAY.multipliedBy(2));

        assertThat(renewed).isTrue();
        assertThat(visits.traits(visit())).doesNotContain(brief);
    }

    @Test
    void who_opts_out_is_in_no_segment_and_realizes_nothing_with_the_device_bound_last() {
        long segment = segment(loyal + "T OR " + sites + "T", "LAST_AUTHENTICATED");
        String other = visits.newDevice();
        visits.bind(other, DECLARED, "CRM-1");
        visits.bind(device, DECLARED, "CRM-1");
        onboard("CRM-1", loyal);
        visits.realize(new Visit(other, Optional.empty()), sites);

        visits.optOut(DECLARED, "CRM-1");

        assertThat(visits.isOptedOut(device)).isTrue();
        assertThat(visits.isOptedOut(other)).isFalse();
        assertThat(visits.isOptedOut(DECLARED, "CRM-1")).isTrue();
        assertThat(visits.segments(visit())).isEmpty();
        assertThat(visits.realize(visit(), signals("c_page", "home"))).isEmpty();
        assertThat(inBatch(segment, DECLARED)).isFalse();
        assertThat(company.population().members(segment, 0).cardinality()).isEqualTo(1);
    }

    @Test
    void a_paused_segment_keeps_whom_it_has_in_real_time_too() {
        long segment = segment(sites + "T", "NO_CROSS_DEVICE");
        visits.realize(visit(), sites);
        company.population().freeze(segment);
        String late = visits.newDevice();
        visits.realize(new Visit(late, Optional.empty()), sites);

        assertThat(visits.segments(visit())).contains(segment);
        assertThat(visits.segments(new Visit(late, Optional.empty()))).doesNotContain(segment);
        company.population().thaw(segment);
        assertThat(visits.segments(new Visit(late, Optional.empty()))).contains(segment);
    }

    @Test
    void who_is_not_heard_of_is_forgotten() {
        long segment = segment(sites + "T", "NO_CROSS_DEVICE");
        String regular = visits.newDevice();
        visits.realize(visit(), sites);
        visits.realize(new Visit(regular, Optional.empty()), sites);
        visits.bind(device, DECLARED, "CRM-1");
        clock.advance(DAY.multipliedBy(119));
        visits.seen(regular);
        clock.advance(DAY.multipliedBy(2));

        company.profiles().forgetInactive(Duration.ofDays(120), clock.instant());

        assertThat(company.population().members(segment, 0).cardinality()).isEqualTo(1);
        assertThat(visits.traits(new Visit(regular, Optional.empty()))).contains(sites);
        assertThat(visits.deviceOf(DECLARED, "CRM-1")).isEmpty();
    }

    @Test
    void people_are_forgotten_when_their_source_says() {
        long segment = segment(loyal + "T", "LAST_AUTHENTICATED");
        company.dataSources().find(DECLARED).orElseThrow().put("customerProfileDataRetention", 30 * 86_400);
        onboard("CRM-1", loyal);
        clock.advance(DAY.multipliedBy(31));

        company.profiles().forgetInactive(Duration.ZERO, clock.instant());

        assertThat(inBatch(segment, DECLARED)).isFalse();
    }

    @Test
    void ids_of_a_device_are_the_latest_ten_the_newest_first() {
        for (int i = 0; i < 12; i++) {
            visits.bind(device, DECLARED, "CRM-" + i);
        }
        visits.bind(device, DECLARED, "CRM-5");

        assertThat(visits.declaredIds(device, DECLARED))
                .hasSize(10)
                .startsWith("CRM-5", "CRM-11", "CRM-10")
                .doesNotContain("CRM-0", "CRM-1");
        assertThat(visits.deviceOf(DECLARED, "CRM-1")).isEmpty();
        assertThat(visits.deviceOf(DECLARED, "CRM-7")).contains(device);
    }

    @Test
    void an_experience_cloud_id_leads_back_to_its_device() {
        for (String uuid : List.of(device, "0".repeat(38), "9".repeat(38), "0".repeat(19) + "9".repeat(19))) {
            String ecid = visits.ecid(uuid);

            assertThat(ecid).matches("\\d{38}").isNotEqualTo(uuid);
            assertThat(visits.uuid(ecid)).isEqualTo(uuid);
        }
    }

    @Test
    void a_trait_can_be_taken_back_and_tells_when_it_was_had() {
        visits.realize(visit(), sites);
        boolean when = visits.lastRealized(visit(), sites)
                .filter(at -> !at.isAfter(clock.instant()))
                .isPresent();

        assertThat(when).isTrue();
        assertThat(visits.remove(visit(), sites)).isTrue();
        assertThat(visits.remove(visit(), sites)).isFalse();
        assertThat(visits.lastRealized(visit(), sites)).isEmpty();
    }

    private Visit visit() {
        return new Visit(device, Optional.empty());
    }

    private Visit visit(DeclaredId person) {
        return new Visit(device, Optional.of(person));
    }

    private static Signals signals(String key, String value) {
        Signals signals = new Signals();
        signals.add(key, value);
        return signals;
    }

    private long trait(String type, String rule, int ttl) {
        ObjectNode trait = TraitResource.defaults()
                .put("name", "Trait")
                .put("traitType", type)
                .put("traitRule", rule)
                .put("dataSourceId", DECLARED)
                .put("folderId", 0)
                .put("ttl", ttl);
        return company.add(company.traits(), trait).path("sid").asLong();
    }

    private long segment(String rule, String kind) {
        long mergeRule = new AdminData(company).mergeRule(kind, kind, List.of(DECLARED));
        ObjectNode body = SegmentResource.defaults()
                .put("name", "Segment")
                .put("segmentRule", rule)
                .put("dataSourceId", DECLARED)
                .put("folderId", 0)
                .put("mergeRuleDataSourceId", mergeRule);
        return company.add(company.segments(), SegmentResource.read(company, body))
                .path("sid")
                .asLong();
    }

    private void onboard(String person, long trait) {
        byte[] id = person.getBytes(StandardCharsets.UTF_8);
        int number = company.profiles().subjects(DECLARED).introduced(id, 0, id.length);
        company.profiles().store(DECLARED).of(trait).realize(number, clock.instant());
        company.profiles().store(DECLARED).seen(number, clock.instant());
    }

    /** Whether anybody of a data source is in a segment. */
    private boolean inBatch(long segment, long source) {
        return !company.population().members(segment, source).isEmpty();
    }
}
