// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static io.audiencebridge.domain.service.TwoEnds.CLOUD;
import static io.audiencebridge.domain.service.TwoEnds.CRM;
import static io.audiencebridge.domain.service.TwoEnds.EXPORTS;
import static io.audiencebridge.domain.service.TwoEnds.IMPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.NearMiss;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a diagnosis says of recipients, of forecasts and of systems that do not answer: severity and words. */
class LookingAtAnswersTest {
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");

    @Test
    void recipients_whose_ids_can_travel_are_met_and_counted_in_words() {
        CheckOutcome.Met met = (CheckOutcome.Met) people(IMPORTS, Rows.source(Rows.batch("1:a", "2:", "3:no good")));

        assertThat(met.seen())
                .isEqualTo(
                        "All 3 recipients of connection 'crm': 1 have an id that can travel, 1 have none, 1 have invalid ones, 0 opted out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1:!|Nothing is to be done for whoever opted out; take a list of people who did not.",
                "1:|Fill the key's field for these recipients, or take a data source with another key."
            })
    void recipients_of_whom_no_id_can_travel_block_with_what_keeps_most_of_them(String row, String remedy) {
        Finding finding = ((CheckOutcome.Found)
                        people(IMPORTS, Rows.source(row.endsWith("!") ? optedOut() : Rows.batch(row))))
                .finding();

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
        assertThat(finding.certainty()).isEqualTo(Certainty.SEEN);
        assertThat(finding.remedy()).isEqualTo(remedy);
    }

    @Test
    void a_connection_without_recipients_blocks_and_one_that_cannot_be_read_is_unseen() {
        Finding nobody = ((CheckOutcome.Found) people(IMPORTS, Rows.source())).finding();
        assertThat(nobody.severity()).isEqualTo(Severity.BLOCKS);
        assertThat(nobody.seen()).isEqualTo("There is no recipient of connection 'crm'.");
        assertThat(nobody.remedy()).isEqualTo("Add recipients, or take another list.");

        assertThat(((CheckOutcome.Unseen) people(IMPORTS, Rows.failing(GONE))).because())
                .isEqualTo("Recipients could not be read: gone");
        assertThat(((CheckOutcome.Unseen) new RecipientsLook(new Connectors(HashMap.of(CRM, Stores.offering())))
                                .look(IMPORTS, Vector.empty(), Rows.call())
                                .get()
                                .head())
                        .because())
                .isEqualTo("Connection 'crm' offers no keys to read");
    }

    @Test
    void recipients_are_not_read_where_something_in_the_way_blocks() {
        CheckOutcome blocked = new CheckOutcome.Found(BridgePreconditions.SIGN_IN
                .found(CRM, Severity.BLOCKS, Certainty.SEEN)
                .seen("s")
                .expected("e")
                .remedy("r")
                .build());
        CheckOutcome elsewhere = new CheckOutcome.Found(BridgePreconditions.SIGN_IN
                .found(CLOUD, Severity.BLOCKS, Certainty.SEEN)
                .seen("s")
                .expected("e")
                .remedy("r")
                .build());
        Connectors connectors = new Connectors(HashMap.of(CRM, Stores.offering(keys(Rows.source(Rows.batch("1:a"))))));

        assertThat(new RecipientsLook(connectors)
                        .look(IMPORTS, Vector.of(blocked), Rows.call())
                        .get()
                        .head())
                .isEqualTo(
                        BridgePreconditions.KEYS.unseen(CRM, "Recipients were not read, since sign-in does not hold"));
        assertThat(new RecipientsLook(connectors)
                        .look(IMPORTS, Vector.of(elsewhere), Rows.call())
                        .get()
                        .head())
                .isInstanceOf(CheckOutcome.Met.class);
    }

    @Test
    void a_forecast_says_how_many_match_and_that_some_do_is_met() {
        assertThat(forecast(100, 0.25, null))
                .isEqualTo(BridgePreconditions.FORECAST.met(
                        CRM, "Of the members 25.0% match (20.0% to 30.0%, of 100 read)."));
        assertThat(forecast(0, 0, null)).as("nobody was read").isInstanceOf(CheckOutcome.Met.class);
    }

    @ParameterizedTest
    @CsvSource({"99, WEAKENS, POSSIBLE", "100, BLOCKS, LIKELY"})
    void so_many_members_without_a_match_are_no_chance(long read, Severity severity, Certainty certainty) {
        Finding finding = ((CheckOutcome.Found) forecast(read, 0, null)).finding();

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.certainty()).isEqualTo(certainty);
        assertThat(finding.remedy())
                .isEqualTo("Compare where the ids of both sides come from; they share none that were read.");
    }

    @Test
    void a_near_miss_is_told_with_its_own_remedy_even_where_some_match() {
        Finding finding = ((CheckOutcome.Found) forecast(
                        100,
                        0.25,
                        new NearMiss(
                                "lower case",
                                "In lower case more would match.",
                                "Store them so.",
                                Certainty.LIKELY,
                                new Interval(0, 0.5, 1))))
                .finding();

        assertThat(finding.severity()).isEqualTo(Severity.WEAKENS);
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.seen()).endsWith(" In lower case more would match.");
        assertThat(finding.remedy()).isEqualTo("Store them so.");
    }

    @Test
    void a_forecast_that_could_not_be_made_is_unseen_and_an_export_is_told_by_its_people() {
        assertThat(new ForecastLook().look(IMPORTS, Either.left(GONE)))
                .containsExactly(
                        BridgePreconditions.FORECAST.unseen(CRM, "How many match could not be measured: gone"));
        assertThat(new ForecastLook().look(EXPORTS, Either.right(made(100, 0, null))))
                .isEmpty();
    }

    @Test
    void a_system_that_refuses_is_one_finding_by_why_it_did() {
        CheckOrder order = IMPORTS.target();
        Preconditions gone = (asked, call) -> Either.left(GONE);
        Preconditions denied = (asked, call) -> Either.left(new BridgeError.AccessDenied("no entry", Incident.local()));

        Finding away = ((CheckOutcome.Found) asked(gone, order).head()).finding();
        assertThat(away.precondition()).isEqualTo(BridgePreconditions.CONNECTION);
        assertThat(away.severity()).isEqualTo(Severity.BLOCKS);
        assertThat(away.seen()).isEqualTo("Connection 'crm' could not be asked: gone");
        assertThat(away.remedy())
                .isEqualTo("Make the address of connection 'crm' reachable from here, then diagnose again.");
        Finding shut = ((CheckOutcome.Found) asked(denied, order).head()).finding();
        assertThat(shut.precondition()).isEqualTo(BridgePreconditions.SIGN_IN);
        assertThat(shut.expected()).isEqualTo("The system lets the bridge in.");
        assertThat(shut.remedy()).isEqualTo("Give connection 'crm' credentials that the system accepts.");
    }

    @Test
    void a_call_that_is_over_is_no_finding_and_a_connector_that_does_not_look_is_unseen() {
        Call call = Rows.call();
        Preconditions cancels = (asked, inner) -> {
            inner.cancel();
            return Either.left(GONE);
        };

        assertThat(new Asking(new Connectors(HashMap.of(CRM, Stores.offering(cancels))))
                        .ask(IMPORTS.target(), call)
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(((CheckOutcome.Unseen) new Asking(new Connectors(HashMap.of(CRM, Stores.offering())))
                                .ask(IMPORTS.target(), Rows.call())
                                .get()
                                .head())
                        .because())
                .isEqualTo(
                        "The connector of 'crm' does not look at its preconditions; look at the system's own settings");
    }

    private static Seq<CheckOutcome> asked(Preconditions preconditions, CheckOrder order) {
        return new Asking(new Connectors(HashMap.of(CRM, Stores.offering(preconditions))))
                .ask(order, Rows.call())
                .get();
    }

    private static CheckOutcome forecast(long read, double rate, NearMiss miss) {
        return new ForecastLook()
                .look(IMPORTS, Either.right(made(read, rate, miss)))
                .get();
    }

    private static Forecast made(long read, double rate, NearMiss miss) {
        Forecast.Builder forecast = Forecast.builder();
        forecast.membersRead(read).recipientsRead(1).confidence(0.95).trust("t");
        forecast.members(OptionalLong.empty()).recipients(OptionalLong.empty());
        forecast.matchRate(new Interval(Math.max(0, rate - 0.05), rate, rate + 0.05));
        forecast.listSize(new Interval(0, 0, 0));
        if (miss != null) {
            forecast.addNearMisses(miss);
        }
        return forecast.build();
    }

    private static TextKeys optedOut() {
        return Rows.batch("1:a!");
    }

    private static KeyReader keys(KeySource rows) {
        return new KeyReader() {
            @Override
            public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
                return Either.right(rows);
            }

            @Override
            public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
                return Either.right(rows);
            }
        };
    }

    private static CheckOutcome people(Ends ends, KeySource rows) {
        return new RecipientsLook(new Connectors(HashMap.of(CRM, Stores.offering(keys(rows)))))
                .look(ends, Vector.empty(), Rows.call())
                .get()
                .head();
    }
}
