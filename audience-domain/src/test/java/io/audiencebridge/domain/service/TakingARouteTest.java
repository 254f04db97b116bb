// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From a chosen route to the recipients' keys: what is opened, what the journal says of it, and what a run that waited goes on with. */
class TakingARouteTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final DataSource PLAIN = DataSource.builder()
            .id(14016)
            .key(Declared.builder().field("declaredId").build())
            .build();
    private static final DataSource HASHED = DataSource.builder()
            .id(14018)
            .key(Declared.builder().field("email").wire(KeyForm.SHA256).build())
            .build();
    private static final Waiting WAITING = new Waiting(Stores.NOW.plusSeconds(600), "the extract runs");
    private final Stores stores = new Stores();
    private final Abilities crm = new Abilities();
    private final Indexes indexes = new Indexes();
    private Infrastructure infrastructure = stores.infrastructure().build();

    @Test
    void where_nothing_is_known_everybody_is_read_row_by_row() {
        Routed.Ready ready = ready(PLAIN, false, record(Map.of()), Stores.offering(crm.reader()));

        assertThat(Rows.all(ready.recipients())).containsExactly("1:a", "2:b");
        assertThat(ready.recipients().rows()).isEqualTo(2);
        assertThat(ready.packed()).isFalse();
        assertThat(ready.read()).isEmpty();
        assertThat(ready.keys()).isZero();
        assertThat(ready.record().facts())
                .containsEntry("match.route", "SCAN")
                .containsEntry("match.because", "the number of recipients is not known");
    }

    @Test
    void a_few_members_are_looked_up_in_one_call() {
        Routed.Ready ready = ready(PLAIN, false, record(Map.of()), Stores.offering(crm.reader(), crm.lookups()));

        assertThat(ready.record().facts())
                .containsEntry("match.route", "LOOK_UP")
                .containsEntry("match.because", "looked up 2 keys in 1 call instead of reading everybody");
        assertThat(ready.keys()).isEqualTo(2);
        assertThat(Rows.all(ready.recipients())).containsExactly("1:a");
    }

    @Test
    void keys_that_travel_in_another_form_and_forced_other_routes_are_not_looked_up() {
        assertThat(ready(HASHED, false, record(Map.of()), Stores.offering(crm.reader(), crm.lookups()))
                        .record()
                        .facts())
                .containsEntry("match.route", "SCAN");
        infrastructure = stores.infrastructure().matchBy(KeyRoute.SCAN).build();
        assertThat(ready(PLAIN, false, record(Map.of()), Stores.offering(crm.reader(), crm.lookups()))
                        .record()
                        .facts())
                .containsEntry("match.because", "the settings say so");
    }

    @Test
    void a_forced_route_that_cannot_be_gone_is_refused_with_those_that_can() {
        infrastructure = stores.infrastructure().matchBy(KeyRoute.EXTRACT).build();

        assertThat(open(PLAIN, false, record(Map.of()), Stores.offering(crm.reader()))
                        .getLeft()
                        .message())
                .contains("matchBy", "cannot be EXTRACT here: the connection extracts no keys; possible are SCAN");
    }

    @Test
    void an_extract_makes_the_run_wait_and_it_goes_on_with_the_extract_later() {
        crm.feed = Option.some(new KeyFeed.NotYet(WAITING));
        var connector = Stores.offering(crm.reader(), crm.extracts());

        Routed waits = open(PLAIN, false, record(Map.of()), connector).get();

        assertThat(((Routed.NotYet) waits).waiting()).isEqualTo(WAITING);
        assertThat(waits.record().facts()).containsEntry("match.route", "EXTRACT");
        crm.feed = Option.some(new KeyFeed.Ready(Rows.source(Rows.batch("5:e"))));
        Routed.Ready ready = ready(PLAIN, false, waits.record(), connector);
        assertThat(Rows.all(ready.recipients())).containsExactly("5:e");
        assertThat(ready.record()).isEqualTo(waits.record());
        assertThat(crm.orders)
                .containsOnly(new ExtractOrder(new RunId("run-1"), Optional.empty(), PLAIN))
                .hasSize(2);
    }

    @Test
    void a_connection_that_extracts_no_so_few_recipients_is_read_row_by_row_and_the_journal_says_so() {
        Routed.Ready ready = ready(PLAIN, false, record(Map.of()), Stores.offering(crm.reader(), crm.extracts()));

        assertThat(ready.record().facts())
                .containsEntry("match.route", "SCAN")
                .containsEntry("match.because", "the connection reads so few recipients row by row");
        assertThat(Rows.all(ready.recipients())).containsExactly("1:a", "2:b");
    }

    @Test
    void a_copy_that_is_wanted_is_built_of_everybody() {
        infrastructure = withIndex();

        Routed.Ready ready = ready(HASHED, false, record(Map.of()), Stores.offering(crm.reader(), crm.changes()));

        assertThat(indexes.done).containsExactly("rebuild mark-2 of 2 rows, 32 bytes");
        assertThat(ready.packed()).isTrue();
        assertThat(ready.read()).hasValue(2);
        assertThat(ready.record().facts())
                .containsEntry("match.route", "KEPT_INDEX")
                .containsEntry("match.because", "read everybody once more to keep a copy: there was none")
                .containsEntry("match.watermark", "mark-2")
                .containsEntry("match.watermarkAt", "2026-11-26T00:00:00Z");
    }

    @Test
    void a_copy_that_is_there_is_brought_up_to_date() {
        infrastructure = withIndex();
        indexes.state = new IndexState.Kept("mark-1", Stores.NOW, Stores.NOW.minusSeconds(7200), 1_000_000);

        Routed.Ready ready = ready(HASHED, false, record(Map.of()), Stores.offering(crm.reader(), crm.changes()));

        assertThat(indexes.done).containsExactly("refresh mark-2 of 1 rows, 16 bytes");
        assertThat(ready.read()).hasValue(1);
        assertThat(ready.packed()).isTrue();
        assertThat(ready.record().facts())
                .containsEntry(
                        "match.because", "read what changed in the last 2 hours instead of 1,000,000 recipients");
    }

    @Test
    void a_copy_that_a_clock_set_back_refreshed_in_the_future_is_of_now() {
        infrastructure = withIndex();
        indexes.state = new IndexState.Kept("mark-1", Stores.NOW, Stores.NOW.plusSeconds(7200), 1_000_000);

        assertThat(ready(HASHED, false, record(Map.of()), Stores.offering(crm.reader(), crm.changes()))
                        .record()
                        .facts())
                .containsEntry(
                        "match.because", "read what changed in the last 0 hours instead of 1,000,000 recipients");
    }

    @Test
    void a_copy_whose_mark_is_forgotten_is_built_anew_in_the_same_run() {
        infrastructure = withIndex();
        indexes.state = new IndexState.Kept("mark-1", Stores.NOW, Stores.NOW, 1_000_000);
        crm.changed = Either.left(BridgeError.InvalidRequest.of("watermark", "is forgotten"));

        ready(HASHED, false, record(Map.of()), Stores.offering(crm.reader(), crm.changes()));

        assertThat(indexes.done).containsExactly("rebuild mark-2 of 2 rows, 32 bytes");
    }

    @Test
    void a_copy_that_cannot_be_used_is_noticed() {
        infrastructure = withIndex();
        indexes.state = new IndexState.Unusable("another secret");

        assertThat(ready(HASHED, false, record(Map.of()), Stores.offering(crm.reader(), crm.changes()))
                        .record()
                        .facts())
                .containsEntry("notices", "The kept recipient index was built anew: another secret");
    }

    @Test
    void a_run_that_waited_for_everybody_builds_its_copy_from_the_mark_of_before() {
        infrastructure = withIndex();
        crm.feed = Option.some(new KeyFeed.NotYet(WAITING));
        var connector = Stores.offering(crm.reader(), crm.extracts(), crm.changes());
        Routed waits = open(HASHED, false, record(Map.of()), connector).get();
        assertThat(((Routed.NotYet) waits).waiting()).isEqualTo(WAITING);

        crm.watermark = "mark-3";
        crm.feed = Option.some(new KeyFeed.Ready(Rows.source(Rows.batch("5:e"))));
        Routed.Ready ready = ready(HASHED, false, waits.record(), connector);

        assertThat(indexes.done).containsExactly("rebuild mark-2 of 1 rows, 16 bytes");
        assertThat(ready.packed()).isTrue();
        infrastructure = stores.infrastructure().build();
        crm.feed = Option.some(new KeyFeed.Ready(Rows.source(Rows.batch("5:e"))));
        assertThat(ready(HASHED, false, waits.record(), connector).packed())
                .as("a bridge that keeps no copy any more takes the extract")
                .isFalse();
    }

    @Test
    void proof_has_nothing_to_prove_a_match_by_in_a_copy_of_packed_keys() {
        infrastructure = withIndex();
        assertThat(ready(HASHED, true, record(Map.of()), Stores.offering(crm.reader(), crm.changes()))
                        .record()
                        .facts())
                .containsEntry("match.route", "SCAN");

        infrastructure = Infrastructure.builder()
                .from(infrastructure)
                .matchBy(KeyRoute.KEPT_INDEX)
                .build();
        assertThat(open(HASHED, true, record(Map.of()), Stores.offering(crm.reader(), crm.changes()))
                        .getLeft()
                        .message())
                .contains(
                        "proof",
                        "compares whole keys, and a kept copy of the recipients holds packed ones; leave out proof, or matchBy(KEPT_INDEX)");
        assertThat(ready(
                                DataSource.visitor(14016),
                                true,
                                record(Map.of()),
                                Stores.offering(crm.reader(), crm.changes()))
                        .packed())
                .as("visitor ids lose nothing")
                .isTrue();
    }

    private Infrastructure withIndex() {
        return stores.infrastructure()
                .recipientIndexes(indexes)
                .recipientIndex(RecipientIndexSettings.builder()
                        .secret(Secret.of("known to nobody"))
                        .build())
                .build();
    }

    private Routed.Ready ready(DataSource source, boolean proof, RunRecord record, Connector connector) {
        return (Routed.Ready) open(source, proof, record, connector).get();
    }

    private Either<BridgeError, Routed> open(DataSource source, boolean proof, RunRecord record, Connector connector) {
        ImportRequest request = ImportRequest.builder()
                .audience(new AudienceRef(new ConnectionName("cloud"), "7"))
                .into(CRM)
                .list("Gold")
                .dataSource(source)
                .proof(proof)
                .build();
        Connectors connectors = new Connectors(HashMap.of(CRM, connector));
        Call call = Rows.call();
        return new KeyRouting(request, connectors, infrastructure, Reading.ofAll(connectors, CRM, source, call), call)
                .open(record, MembersAtHand.ofRows(Rows.source(Rows.batch("0:a", "0:c")), OptionalLong.empty()));
    }

    private static RunRecord record(Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.PREPARING)
                .started(Stores.NOW)
                .updated(Stores.NOW)
                .facts(new TreeMap<>(facts))
                .build();
    }

    /** What the connection may offer. */
    private static final class Abilities {
        private final List<ExtractOrder> orders = new ArrayList<>();
        private Option<KeyFeed> feed = Option.none();
        private String watermark = "mark-2";
        private Either<BridgeError, KeySource> changed = Either.right(Rows.source(Rows.batch("1:a")));

        KeyReader reader() {
            return new KeyReader() {
                @Override
                public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call) {
                    return Either.left(BridgeError.LocalFailure.of("of everybody was asked"));
                }

                @Override
                public Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call) {
                    return Either.right(Rows.source(Rows.batch("1:a", "2:b")));
                }
            };
        }

        KeyLookups lookups() {
            return new KeyLookups() {
                @Override
                public int keysPerCall() {
                    return 100;
                }

                @Override
                public Either<BridgeError, KeySource> recipientsWith(TextKeys keys, DataSource source, Call call) {
                    return Either.right(Rows.source(Rows.batch("1:a")));
                }
            };
        }

        KeyExtracts extracts() {
            return new KeyExtracts() {
                @Override
                public Either<BridgeError, Option<KeyFeed>> extract(ExtractOrder order, Call call) {
                    orders.add(order);
                    return Either.right(feed);
                }

                @Override
                public Either<BridgeError, Boolean> discard(ExtractOrder order, Call call) {
                    return Either.right(false);
                }
            };
        }

        ChangedKeys changes() {
            return new ChangedKeys() {
                @Override
                public Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call) {
                    return Either.right(new Watermark(watermark));
                }

                @Override
                public Either<BridgeError, KeySource> changedSince(Watermark since, DataSource source, Call call) {
                    return changed;
                }
            };
        }
    }
}
