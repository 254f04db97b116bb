// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the bridge itself knows of why an audience is empty. */
final class DiagnosingTest extends InMemoryScenario {
    private static final DataSource VISITOR = byVisitorId();

    @Test
    void a_list_of_people_with_visitor_ids_has_nothing_that_blocks() {
        person(1, visitor(1));
        person(2, visitor(2));

        Diagnosis diagnosis = diagnose(share(crm.list("Gold", ids(1, 2)), VISITOR));

        assertThat(diagnosis.cause()).isEmpty();
        assertThat(diagnosis.subject()).isEqualTo("List crm/1, exported as audience 'Gold' of cloud");
        assertThat(names(diagnosis)).containsExactly("bridge.run");
        assertThat(diagnosis.at()).isEqualTo(now);
    }

    @Test
    void an_empty_list_is_the_cause_and_its_people_are_not_blamed() {
        person(1, visitor(1));

        Diagnosis diagnosis = diagnose(share(crm.list("Gold"), VISITOR));

        assertThat(cause(diagnosis).precondition()).hasToString("in-memory.members");
        assertThat(names(diagnosis)).doesNotContain("semantics.S13");
    }

    @Test
    void a_list_whose_people_have_no_id_is_its_own_complement() {
        person(1);
        person(2, "3f2a-an-old-cookie");
        optedOut(3, visitor(3));

        Finding cause = cause(diagnose(share(crm.list("Gold", ids(1, 2, 3)), VISITOR)));

        assertThat(cause.precondition()).hasToString("semantics.S13");
        assertThat(cause.seen())
                .contains("All 3 recipients")
                .contains("0 have an id that can travel, 1 have none, 1 have invalid ones, 1 opted out");
    }

    @Test
    void a_few_without_an_id_weaken_nothing_and_most_of_them_do() {
        person(1, visitor(1));
        person(2);
        person(3);
        person(4);
        AudienceRef half = crm.list("Half", ids(1, 2));
        AudienceRef quarter = crm.list("Quarter", ids(1, 2, 3, 4));

        assertThat(names(diagnose(share(half, VISITOR)))).doesNotContain("semantics.S13");
        assertThat(diagnose(share(quarter, VISITOR)).findings())
                .filteredOn(finding -> finding.precondition().name().equals("semantics.S13"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WEAKENS);
    }

    @Test
    void an_unsound_data_source_is_told_without_reading_anybody() {
        person(1, visitor(1));

        Diagnosis diagnosis = diagnose(share(
                crm.list("Gold", ids(1)),
                DataSource.builder().from(byHashedEmail()).id(0).build()));

        assertThat(cause(diagnosis).precondition()).hasToString("bridge.request");
        assertThat(cause(diagnosis).seen()).contains("0 is no data source id");
        assertThat(diagnosis.unseen().map(CheckOutcome.Unseen::precondition))
                .extracting(Object::toString)
                .contains("semantics.S13");
    }

    @Test
    void an_unknown_connection_and_a_blank_title_are_wrong_requests() {
        person(1, visitor(1));
        ShareRequest sound = share(crm.list("Gold", ids(1)), VISITOR);
        ShareRequest nowhere = ShareRequest.builder()
                .from(sound)
                .to(new ConnectionName("nowhere"))
                .build();
        ShareRequest untitled = ShareRequest.builder().from(sound).audience(" ").build();

        assertThat(bridge.diagnoseSharing()
                        .diagnose(DiagnosisRequest.of(nowhere), call())
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bridge.diagnoseSharing()
                        .diagnose(DiagnosisRequest.of(untitled), call())
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_failed_run_blocks_only_if_none_was_ever_delivered() {
        person(1, visitor(1));
        ShareRequest request = share(crm.list("Gold", ids(1)), VISITOR);
        failed(request);
        assertThat(cause(diagnose(request)).precondition()).hasToString("bridge.run");

        now = now.plusSeconds(60);
        bridge.shareRecipientList().share(request, call()).get();
        now = now.plus(Duration.ofDays(3));
        assertThat(diagnose(request).cause()).isEmpty();

        failed(request);
        assertThat(diagnose(request).findings()).extracting(Finding::severity).containsExactly(Severity.WEAKENS);
    }

    @Test
    void a_delivered_run_tells_when_its_members_show() {
        person(1, visitor(1));
        ShareRequest request = share(crm.list("Gold", ids(1)), VISITOR);
        RunId run = bridge.shareRecipientList().share(request, call()).get().run();
        RunRecord delivered = journal.find(run).get().get();
        journal.save(RunRecord.builder()
                        .from(delivered)
                        .putFacts("files", "a-file-that-travels")
                        .build())
                .get();

        Diagnosis diagnosis = diagnose(request);

        assertThat(diagnosis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFORMS);
            assertThat(finding.seen()).contains("was delivered; members show between");
        });
    }

    @Test
    void whoever_opted_out_is_counted_and_a_lost_secret_blocks() {
        person(1, visitor(1));
        person(2, visitor(2));
        ShareRequest request = share(crm.list("Gold", ids(1, 2)), VISITOR);
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .addVisitors(Ecid.parse(visitor(2)).get())
                                .build(),
                        call())
                .get();

        Diagnosis remembered = diagnose(request);
        bridge = bridge(Optional.empty(), Optional.empty());
        Diagnosis forgotten = diagnose(request);

        assertThat(names(remembered)).contains("semantics.S23");
        assertThat(remembered.cause()).isEmpty();
        assertThat(cause(forgotten).precondition()).hasToString("semantics.S23");
    }

    @Test
    void a_forecast_comes_along_if_asked_for_and_names_what_keeps_ids_apart() {
        for (int number = 1; number <= 120; number++) {
            personWithEmail(number, "person" + number + "@example.com");
        }
        String[] plain = IntStream.rangeClosed(1, 120)
                .mapToObj(number -> "person" + number + "@example.com")
                .toArray(String[]::new);
        ImportRequest request =
                intoList(cloud.audience("Gold", plain), byHashedEmail()).build();

        Diagnosis without = diagnose(DiagnosisRequest.of(request));
        Diagnosis with = diagnose(DiagnosisRequest.of(request).withForecast(new SampleBudget(1_000, 1, 0.95, 1)));

        assertThat(without.forecast()).isEmpty();
        assertThat(with.forecast().orElseThrow().matchRate().estimate()).isZero();
        assertThat(cause(with).precondition()).hasToString("bridge.forecast");
        assertThat(with.toString()).doesNotContain("@example.com");
    }

    @Test
    void a_forecast_that_cannot_be_made_is_unseen() {
        person(1, visitor(1));
        DiagnosisRequest request =
                DiagnosisRequest.of(share(new AudienceRef(CRM, "404"), VISITOR)).withForecast(SampleBudget.usual());

        Diagnosis diagnosis = diagnose(request);

        assertThat(diagnosis.forecast()).isEmpty();
        assertThat(diagnosis.unseen().map(unseen -> unseen.precondition().name()))
                .contains("bridge.forecast");
    }

    @Test
    void looking_writes_nothing_down() {
        person(1, visitor(1));
        ShareRequest request = share(crm.list("Gold", ids(1)), VISITOR);

        diagnose(request);

        assertThat(journal.all().get()).isEmpty();
        assertThat(cloud.named("Gold")).isEmpty();
        assertThat(heard).isEmpty();
    }

    private void failed(ShareRequest request) {
        RunRecord planned = journal.find(
                        bridge.planShare().plan(request, call()).get())
                .get()
                .get();
        now = now.plusSeconds(60);
        journal.save(RunRecord.builder()
                        .from(planned)
                        .started(now)
                        .state(RunState.FAILED)
                        .build())
                .get();
    }

    private Diagnosis diagnose(ShareRequest request) {
        return diagnose(DiagnosisRequest.of(request));
    }

    private Diagnosis diagnose(DiagnosisRequest request) {
        return bridge.diagnoseSharing().diagnose(request, call()).get();
    }

    private static Finding cause(Diagnosis diagnosis) {
        return diagnosis.cause().get();
    }

    private static List<String> names(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .map(finding -> finding.precondition().name())
                .toList();
    }
}
