// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.Interval;
import io.audiencebridge.domain.diagnosis.NearMiss;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a diagnosis says of runs, recipients, forecasts and systems that do not answer: severity and words. */
class LookingAtTheBridgeTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final DataSource PLAIN = DataSource.builder()
            .id(14016)
            .destinationId(3)
            .key(Declared.builder().field("declaredId").build())
            .build();
    private static final ImportRequest IMPORT = ImportRequest.builder()
            .audience(new AudienceRef(CLOUD, "7"))
            .into(CRM)
            .list("Gold")
            .dataSource(PLAIN)
            .build();
    private static final ShareRequest SHARE = ShareRequest.builder()
            .list(new AudienceRef(CRM, "42"))
            .to(CLOUD)
            .audience("Gold")
            .dataSource(DataSource.visitor(14016))
            .build();
    private static final Ends IMPORTS = Ends.of(new Sharing.Import(IMPORT));
    private static final Ends EXPORTS = Ends.of(new Sharing.Export(SHARE));
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");

    private final Stores stores = new Stores();

    @Test
    void a_request_that_never_ran_is_told_and_blames_nobody() {
        Finding finding = run(IMPORTS);

        assertThat(finding.severity()).isEqualTo(Severity.INFORMS);
        assertThat(finding.connection()).isEqualTo(CRM);
        assertThat(finding.seen())
                .isEqualTo("The journal has no run of this sharing; if members arrived, somebody else brought them.");
        assertThat(finding.remedy()).isEqualTo("Share it, then wait for the time that the receipt names.");
    }

    @Test
    void runs_of_another_data_source_or_from_elsewhere_are_other_sharings() {
        imported(1, RunState.FAILED, Map.of("dataSource.id", "999"));
        imported(2, RunState.FAILED, Map.of("audience.connection", "elsewhere"));

        assertThat(run(IMPORTS).seen()).startsWith("The journal has no run of this sharing");
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "CANCELLED"})
    void a_run_that_stopped_blocks_if_none_was_ever_delivered_and_weakens_otherwise(RunState state) {
        imported(2, state, Map.of());
        Finding first = run(IMPORTS);
        assertThat(first.severity()).isEqualTo(Severity.BLOCKS);
        assertThat(first.seen()).isEqualTo("The last run, run-2, ended as " + state + ", and none was ever delivered.");
        assertThat(first.remedy()).isEqualTo("Mend what is told above, then call resume(\"run-2\").");

        imported(1, RunState.DELIVERED, Map.of());
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen()).endsWith("; an earlier one was delivered.");
    }

    @Test
    void a_run_that_was_refused_changed_nothing() {
        imported(1, RunState.REFUSED, Map.of());

        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.INFORMS);
        assertThat(run(IMPORTS).seen())
                .isEqualTo("The last run, run-1, was refused as it stood, and changed nothing.");
        assertThat(run(IMPORTS).remedy()).isEqualTo("Mend what is told above, then start a new run.");
    }

    @ParameterizedTest
    @CsvSource({"PLANNED", "PREPARING", "TRANSFERRING"})
    void a_run_at_work_weakens_only_if_none_was_delivered_before(RunState state) {
        imported(2, state, Map.of());
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen())
                .isEqualTo("The last run, run-2, is at work or was left in the middle (" + state + ").");

        imported(1, RunState.DELIVERED, Map.of());
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.INFORMS);
    }

    @Test
    void a_run_that_waits_says_until_when_and_for_what_and_whether_it_is_late() {
        RunRecord waits = RunRecord.builder()
                .from(record(1, RunState.AWAITING_FILE, importFacts(Map.of())))
                .waiting(new Waiting(Stores.NOW.plusSeconds(60), "the delivery of the audience"))
                .build();
        stores.journal.save(waits);
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.INFORMS);
        assertThat(run(IMPORTS).seen())
                .isEqualTo("The last run, run-1, waits until 2026-11-26T00:01:00Z: the delivery of the audience.");

        stores.journal.save(Facts.with(waits, Map.of("late.since", "2026-11-25T00:00:00Z")));
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen()).endsWith("; it is late since 2026-11-25T00:00:00Z.");
    }

    @Test
    void an_import_that_is_delivered_is_met_unless_it_matched_nobody() {
        imported(1, RunState.DELIVERED, tally(4, 1, 3));
        assertThat(look(IMPORTS)).isInstanceOf(CheckOutcome.Met.class);
        assertThat(((CheckOutcome.Met) look(IMPORTS)).seen()).isEqualTo("Run run-1 was delivered.");

        imported(1, RunState.DELIVERED, tally(0, 0, 0));
        assertThat(look(IMPORTS)).as("nobody was read").isInstanceOf(CheckOutcome.Met.class);

        imported(1, RunState.DELIVERED, tally(4, 0, 4));
        assertThat(run(IMPORTS).severity()).isEqualTo(Severity.WEAKENS);
        assertThat(run(IMPORTS).seen())
                .isEqualTo(
                        "Run run-1 read 4 members and matched none: 4 belong to no recipient, 0 are no ids, 0 opted out.");
    }

    @Test
    void an_export_whose_members_do_not_show_yet_says_when_they_do() {
        Map<String, String> facts = new TreeMap<>(ShareFacts.write(SHARE));
        facts.putAll(Map.of("files", "a.sync.gz", "delivered", Stores.NOW.minusSeconds(3600).toString()));
        stores.journal.save(record(1, RunState.DELIVERED, facts));
        assertThat(run(EXPORTS).severity()).isEqualTo(Severity.INFORMS);
        assertThat(run(EXPORTS).seen())
                .isEqualTo(
                        "Run run-1 was delivered; members show between 2026-11-25T23:00:00Z and 2026-11-27T23:00:00Z.");
        assertThat(run(EXPORTS).remedy())
                .isEqualTo("Wait for that time, or track(\"run-1\") to ask what the system made of it.");

        facts.put("delivered", Stores.NOW.minus(Duration.ofHours(48)).toString());
        stores.journal.save(record(1, RunState.DELIVERED, facts));
        assertThat(look(EXPORTS)).isInstanceOf(CheckOutcome.Met.class);
        facts.put("delivered", Stores.NOW.toString());
        stores.journal.save(record(1, RunState.VISIBLE, facts));
        assertThat(look(EXPORTS)).as("it shows already").isInstanceOf(CheckOutcome.Met.class);
    }

    @Test
    void members_that_nobody_counts_are_no_reason_to_read_more_than_ten_thousand() {
        assertThat(RecipientsLook.MOST).isEqualTo(10_000);
    }

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
        Finding finding = ((CheckOutcome.Found) people(IMPORTS, Rows.source(
                        row.endsWith("!") ? optedOut() : Rows.batch(row))))
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
                .isEqualTo(BridgePreconditions.KEYS.unseen(
                        CRM, "Recipients were not read, since sign-in does not hold"));
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
        assertThat(new ForecastLook().look(EXPORTS, Either.right(made(100, 0, null)))).isEmpty();
    }

    @Test
    void a_system_that_refuses_is_one_finding_by_why_it_did() {
        CheckOrder order = IMPORTS.target();
        Preconditions gone = (asked, call) -> Either.left(GONE);
        Preconditions denied =
                (asked, call) -> Either.left(new BridgeError.AccessDenied("no entry", Incident.local()));

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

    private static io.audiencebridge.domain.member.TextKeys optedOut() {
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

    private Finding run(Ends ends) {
        return ((CheckOutcome.Found) look(ends)).finding();
    }

    private CheckOutcome look(Ends ends) {
        return new RunLook(stores.infrastructure().build())
                .look(ends, Rows.call())
                .head();
    }

    private void imported(int number, RunState state, Map<String, String> facts) {
        stores.journal.save(record(number, state, importFacts(facts)));
    }

    private static Map<String, String> importFacts(Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>(ImportFacts.write(IMPORT));
        facts.putAll(more);
        return facts;
    }

    private static Map<String, String> tally(int read, int links, int unmatched) {
        Map<String, String> facts = new TreeMap<>(Map.of("import.read", "" + read, "import.matched", "" + links));
        facts.putAll(Map.of("import.unmatched", "" + unmatched, "import.links", "" + links));
        for (String name : new String[] {
            "ambiguous", "invalid", "duplicate", "suppressed", "collapsed", "listSize", "added", "kept", "removed"
        }) {
            facts.put("import." + name, "0");
        }
        return facts;
    }

    private static RunRecord record(int number, RunState state, Map<String, String> facts) {
        Instant started = Stores.NOW.minus(Duration.ofDays(10 - number));
        return RunRecord.builder()
                .run(new RunId("run-" + number))
                .state(state)
                .started(started)
                .updated(started)
                .facts(facts)
                .build();
    }
}
