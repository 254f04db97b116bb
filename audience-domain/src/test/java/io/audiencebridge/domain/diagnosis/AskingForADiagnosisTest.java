// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AskingForADiagnosisTest {
    private static final ConnectionName CAMPAIGN = new ConnectionName("campaign");
    private static final AudienceRef REF = new AudienceRef(CAMPAIGN, "7");
    private static final Precondition LIST =
            new Precondition("campaign.P5", "The list holds somebody.", "campaign 1.2", Stage.LIST);
    private static final ShareRequest SHARE = ShareRequest.builder()
            .list(REF)
            .to(CAMPAIGN)
            .audience("Gold")
            .dataSource(DataSource.visitor(1))
            .build();
    private static final ImportRequest IMPORT = ImportRequest.builder()
            .audience(REF)
            .into(CAMPAIGN)
            .list("Gold")
            .dataSource(DataSource.visitor(1))
            .build();
    private static final ReceiveRequest RECEIVE = ReceiveRequest.builder()
            .audience(REF)
            .into(CAMPAIGN)
            .list("Gold")
            .key(new ReconciliationKey.Visitor())
            .build();

    @Test
    void a_diagnosis_is_asked_for_with_the_request_that_would_be_made_and_forecasts_nothing() {
        assertThat(DiagnosisRequest.of(SHARE))
                .isEqualTo(new DiagnosisRequest(new DiagnosisRequest.Sharing.Export(SHARE), Optional.empty()));
        assertThat(DiagnosisRequest.of(IMPORT))
                .isEqualTo(new DiagnosisRequest(new DiagnosisRequest.Sharing.Import(IMPORT), Optional.empty()));
        assertThat(DiagnosisRequest.of(RECEIVE))
                .isEqualTo(new DiagnosisRequest(new DiagnosisRequest.Sharing.Receive(RECEIVE), Optional.empty()));
    }

    @Test
    void a_diagnosis_forecasts_within_a_budget_when_it_is_given_one() {
        assertThat(DiagnosisRequest.of(SHARE).withForecast(SampleBudget.usual()))
                .isEqualTo(new DiagnosisRequest(
                        new DiagnosisRequest.Sharing.Export(SHARE), Optional.of(SampleBudget.usual())));
    }

    @Test
    void a_forecast_is_asked_for_with_the_usual_budget_or_another() {
        SampleBudget small = new SampleBudget(10, 1, 0.9, 7);

        assertThat(ForecastRequest.of(SHARE))
                .isEqualTo(new ForecastRequest(new DiagnosisRequest.Sharing.Export(SHARE), SampleBudget.usual()));
        assertThat(ForecastRequest.of(IMPORT))
                .isEqualTo(new ForecastRequest(new DiagnosisRequest.Sharing.Import(IMPORT), SampleBudget.usual()));
        assertThat(ForecastRequest.of(RECEIVE).within(small))
                .isEqualTo(new ForecastRequest(new DiagnosisRequest.Sharing.Receive(RECEIVE), small));
    }

    @ParameterizedTest
    @CsvSource({
        "50000, 50000",
        "100000, 100000",
        "100001, 10000",
        "10000000, 10000",
        "50000000, 50000",
        "1000000000, 100000"
    })
    void a_budget_reads_a_side_whole_or_one_in_a_thousand_or_what_is_worth_a_call(long total, long read) {
        assertThat(SampleBudget.usual().of(total)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, 0.95", "1, 0, 0.95", "1, 1.01, 0.95", "1, 0.5, 0", "1, 0.5, 1", "1, NaN, 0.95"})
    void what_is_no_budget_is_refused_with_its_values(long keys, double share, double confidence) {
        assertThatThrownBy(() -> new SampleBudget(keys, share, confidence, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("; this one is " + keys + ", " + share + ", " + confidence);
    }

    @Test
    void the_smallest_budget_is_a_key_and_the_largest_share_is_all() {
        assertThat(new SampleBudget(1, 1, 0.5, 1).of(1)).isEqualTo(1);
        assertThat(SampleBudget.usual()).isEqualTo(new SampleBudget(100_000, 0.001, 0.95, 1));
    }

    @Test
    void a_sample_is_a_fair_one_of_a_counted_whole_unless_it_says_otherwise() {
        SampleFacts facts = SampleFacts.builder().how("from the start").build();

        assertThat(facts.totalError()).isZero();
        assertThat(facts.whole()).isFalse();
        assertThat(facts.blocks()).isFalse();
        assertThat(facts.fair()).isTrue();
        assertThat(facts.total()).isEmpty();
    }

    @Test
    void a_person_does_not_print_itself() {
        assertThat(new ExplainRequest.Person.Declared("ann@example.com")).hasToString("Declared[hidden]");
        assertThat(new ExplainRequest.Person.Visitor(new Ecid(1, 2))).hasToString("Visitor[hidden]");
    }

    @Test
    void a_precondition_stands_at_the_audience_unless_it_says_where_and_prints_its_name() {
        assertThat(new Precondition("aam.P1", "The segment exists.", "audience-manager 2").stage())
                .isEqualTo(Stage.AUDIENCE);
        assertThat(LIST).hasToString("campaign.P5");
    }

    @Test
    void a_precondition_holds_could_not_be_seen_or_is_found_broken() {
        CheckOutcome met = LIST.met(CAMPAIGN, "It holds 7 people.");
        CheckOutcome unseen = LIST.unseen(CAMPAIGN, "The call was refused.");
        Finding finding = finding(Severity.WEAKENS);

        assertThat(met).isEqualTo(new CheckOutcome.Met(LIST, CAMPAIGN, "It holds 7 people."));
        assertThat(unseen).isEqualTo(new CheckOutcome.Unseen(LIST, CAMPAIGN, "The call was refused."));
        assertThat(finding.precondition()).isEqualTo(LIST);
        assertThat(finding.connection()).isEqualTo(CAMPAIGN);
        assertThat(finding.severity()).isEqualTo(Severity.WEAKENS);
        assertThat(finding.certainty()).isEqualTo(Certainty.SEEN);
        assertThat(new CheckOutcome.Found(finding).precondition()).isEqualTo(LIST);
        assertThat(new CheckOutcome.Found(finding).connection()).isEqualTo(CAMPAIGN);
    }

    @Test
    void the_cause_is_the_first_finding_if_it_blocks() {
        assertThat(diagnosis(finding(Severity.BLOCKS), finding(Severity.WEAKENS))
                        .cause())
                .containsExactly(finding(Severity.BLOCKS));
        assertThat(diagnosis(finding(Severity.WEAKENS)).cause()).isEmpty();
        assertThat(diagnosis().cause()).isEmpty();
    }

    @Test
    void what_could_not_be_seen_is_told_apart() {
        CheckOutcome unseen = LIST.unseen(CAMPAIGN, "The call was refused.");
        Diagnosis diagnosis = Diagnosis.builder()
                .from(diagnosis())
                .addOutcomes(LIST.met(CAMPAIGN, "It does."), unseen, new CheckOutcome.Found(finding(Severity.BLOCKS)))
                .build();

        assertThat(diagnosis.unseen()).containsExactly((CheckOutcome.Unseen) unseen);
    }

    static Stream<Arguments> halfFilled() {
        return Stream.of(
                lacks("[subject, at]", () -> Diagnosis.builder().build()),
                lacks(
                        "[subject, at, verdict, because]",
                        () -> Explanation.builder().build()),
                lacks(
                        "[precondition, connection, severity, certainty, seen, expected, remedy]",
                        () -> Finding.builder().build()),
                lacks(
                        "[membersRead, recipientsRead, confidence, matchRate, listSize, trust]",
                        () -> Forecast.builder().build()),
                lacks("[how]", () -> SampleFacts.builder().build()),
                lacks("[rows, tried, matched", () -> MatchCount.builder().build()));
    }

    @ParameterizedTest
    @MethodSource("halfFilled")
    void a_value_that_lacks_something_is_refused_and_told_all_that_is_missing(
            String missing, Supplier<Object> building) {
        assertThatThrownBy(building::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(missing);
    }

    private static Diagnosis diagnosis(Finding... findings) {
        return Diagnosis.builder()
                .subject("Gold to Audience Manager")
                .at(Instant.EPOCH)
                .findings(List.of(findings))
                .build();
    }

    private static Finding finding(Severity severity) {
        return LIST.found(CAMPAIGN, severity, Certainty.SEEN)
                .seen("The list is empty.")
                .expected("It holds somebody.")
                .remedy("Fill it.")
                .build();
    }

    private static Arguments lacks(String missing, Supplier<Object> building) {
        return Arguments.of(missing, building);
    }
}
