// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.Integration;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal holds of a request: any process, also one of a later release, must read the same request out of it. */
class WritingRequestsDownTest {
    private static final AudienceRef LIST = new AudienceRef(new ConnectionName("crm"), "42");
    private static final AudienceRef AUDIENCE = new AudienceRef(new ConnectionName("cloud"), "7");
    private static final DeclaredIdCipher CIPHER = DeclaredIdCipher.of(
                    "shop", Secret.of("00112233445566778899aabbccddeeff"), Secret.of("ff".repeat(16)))
            .get();
    private static final Map<String, DeclaredIdCipher> CIPHERS = Map.of("shop", CIPHER);
    private static final ReconciliationKey ENCRYPTED = Declared.builder()
            .field("email")
            .content(KeyContent.EMAIL)
            .stored(KeyForm.PLAIN)
            .wire(KeyForm.ENCRYPTED)
            .cipher(CIPHER)
            .build();
    private static final DataSource SOURCE = DataSource.builder()
            .id(14018)
            .key(ENCRYPTED)
            .integrationCode(new IntegrationCode("loyalty"))
            .destinationId(46392)
            .mergeRuleDataSourceId(5002)
            .integration(Integration.PEOPLE)
            .targetingDimension("cus:member")
            .build();

    @Test
    void a_share_is_written_with_all_that_it_asks_for() {
        ShareRequest request = ShareRequest.builder()
                .list(LIST)
                .to(AUDIENCE.connection())
                .audience("Gold")
                .dataSource(SOURCE)
                .route(Route.SYSTEM)
                .build();

        Map<String, String> facts = ShareFacts.write(request);

        assertThat(facts)
                .containsOnly(
                        entry("kind", "share"),
                        entry("list.connection", "crm"),
                        entry("list.id", "42"),
                        entry("to", "cloud"),
                        entry("audience", "Gold"),
                        entry("route", "SYSTEM"),
                        entry("dataSource.id", "14018"),
                        entry("dataSource.targetingDimension", "cus:member"),
                        entry("dataSource.integration", "PEOPLE"),
                        entry("dataSource.integrationCode", "loyalty"),
                        entry("dataSource.destinationId", "46392"),
                        entry("dataSource.mergeRule", "5002"),
                        entry("dataSource.field", "email"),
                        entry("dataSource.content", "EMAIL"),
                        entry("dataSource.stored", "PLAIN"),
                        entry("dataSource.wire", "ENCRYPTED"),
                        entry("dataSource.cipher", "shop"));
        assertThat(ShareFacts.read(facts, CIPHERS).get()).isEqualTo(request);
        assertThat(ShareFacts.isShare(facts)).isTrue();
    }

    @Test
    void an_import_is_written_with_all_that_it_asks_for() {
        ImportRequest request = ImportRequest.builder()
                .audience(AUDIENCE)
                .into(LIST.connection())
                .list("Gold again")
                .dataSource(SOURCE)
                .route(Route.SYSTEM)
                .ambiguity(AmbiguityPolicy.FIRST)
                .allowEmpty(true)
                .proof(true)
                .build();

        Map<String, String> facts = ImportFacts.write(request);

        assertThat(facts)
                .contains(
                        entry("kind", "import"),
                        entry("audience.connection", "cloud"),
                        entry("audience.id", "7"),
                        entry("into", "crm"),
                        entry("list", "Gold again"),
                        entry("route", "SYSTEM"),
                        entry("ambiguity", "FIRST"),
                        entry("allowEmpty", "true"));
        assertThat(ImportFacts.read(facts, CIPHERS).get()).isEqualTo(request);
        assertThat(ShareFacts.isShare(facts)).isFalse();
        assertThat(ReceiveFacts.isReceive(facts)).isFalse();
        assertThat(SyncFacts.isSync(facts)).isFalse();
    }

    @Test
    void a_request_to_receive_is_written_with_all_that_it_asks_for() {
        ReceiveRequest request = ReceiveRequest.builder()
                .audience(AUDIENCE)
                .into(LIST.connection())
                .list("Gold again")
                .key(ENCRYPTED)
                .ambiguity(AmbiguityPolicy.NONE)
                .allowEmpty(true)
                .trustFirstExport(true)
                .build();

        Map<String, String> facts = ReceiveFacts.write(request);

        assertThat(facts)
                .containsOnly(
                        entry("kind", "receive"),
                        entry("audience.connection", "cloud"),
                        entry("audience.id", "7"),
                        entry("into", "crm"),
                        entry("list", "Gold again"),
                        entry("ambiguity", "NONE"),
                        entry("allowEmpty", "true"),
                        entry("trustFirstExport", "true"),
                        entry("dataSource.field", "email"),
                        entry("dataSource.content", "EMAIL"),
                        entry("dataSource.stored", "PLAIN"),
                        entry("dataSource.wire", "ENCRYPTED"),
                        entry("dataSource.cipher", "shop"));
        assertThat(ReceiveFacts.read(facts, CIPHERS).get()).isEqualTo(request);
        assertThat(ReceiveFacts.isReceive(facts)).isTrue();
    }

    @Test
    void a_synchronisation_is_written_with_both_data_sources() {
        SyncRequest request = SyncRequest.builder()
                .list(LIST)
                .to(AUDIENCE.connection())
                .visitors(DataSource.builder()
                        .from(DataSource.visitor(14016))
                        .targetingDimension("cus:member")
                        .build())
                .declared(SOURCE)
                .build();

        Map<String, String> facts = SyncFacts.write(request);

        assertThat(facts)
                .contains(
                        entry("kind", "sync"),
                        entry("list.connection", "crm"),
                        entry("list.id", "42"),
                        entry("to", "cloud"),
                        entry("visitors.id", "14016"),
                        entry("visitors.targetingDimension", "cus:member"),
                        entry("dataSource.id", "14018"));
        assertThat(SyncFacts.read(facts, CIPHERS).get()).isEqualTo(request);
        assertThat(SyncFacts.isSync(facts)).isTrue();
    }

    @Test
    void a_visitor_id_leaves_no_fact_of_a_key_and_what_is_not_given_leaves_none_either() {
        Map<String, String> facts = new TreeMap<>();

        DataSourceFacts.write(DataSource.visitor(14016), facts);

        assertThat(facts)
                .containsOnly(
                        entry("dataSource.id", "14016"),
                        entry("dataSource.targetingDimension", "nms:recipient"),
                        entry("dataSource.integration", "AUDIENCE_MANAGER"));
        assertThat(KeyFacts.isDeclared(facts)).isFalse();
        assertThat(DataSourceFacts.read(facts, Map.of())).isEqualTo(DataSource.visitor(14016));
    }

    @Test
    void a_record_of_before_there_were_routes_and_products_went_by_the_bridge_and_audience_manager() {
        assertThat(WorkflowFacts.route(Map.of())).isEqualTo(Route.BRIDGE);
        assertThat(DataSourceFacts.integration(Map.of())).isEqualTo(Integration.AUDIENCE_MANAGER);
    }

    @Test
    void a_record_whose_cipher_nobody_made_known_says_what_to_do() {
        Map<String, String> facts = new TreeMap<>();
        KeyFacts.write(ENCRYPTED, facts);
        facts.putAll(Map.of("kind", "receive", "audience.connection", "cloud", "audience.id", "7", "into", "crm"));
        facts.putAll(Map.of("list", "Gold", "ambiguity", "ALL", "allowEmpty", "false", "trustFirstExport", "false"));

        BridgeError refused = ReceiveFacts.read(facts, Map.of()).getLeft();

        assertThat(refused).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.message())
                .contains(
                        "declaredIds",
                        "This bridge has no cipher 'shop' of declared ids, and a run remembers its name only; build the bridge with declaredIds(...) of that cipher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience.id", "into", "list", "ambiguity", "dataSource.id", "dataSource.content"})
    void a_record_in_which_a_fact_is_missing_is_damaged(String fact) {
        Map<String, String> facts = new TreeMap<>(ImportFacts.write(ImportRequest.builder()
                .audience(AUDIENCE)
                .into(LIST.connection())
                .list("Gold")
                .dataSource(SOURCE)
                .build()));
        facts.remove(fact);

        BridgeError damaged = ImportFacts.read(facts, CIPHERS).getLeft();

        assertThat(damaged).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(damaged.message())
                .isEqualTo("The journal's record of this run is damaged ('" + fact + "' is missing); start a new run");
    }

    @Test
    void a_damaged_share_or_synchronisation_is_refused_alike() {
        assertThat(ShareFacts.read(Map.of(), Map.of()).getLeft().message()).contains("'list.connection' is missing");
        assertThat(SyncFacts.read(Map.of(), Map.of()).getLeft().message()).contains("'list.connection' is missing");
        assertThat(ReceiveFacts.read(Map.of(), Map.of()).getLeft().message())
                .contains("'audience.connection' is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "share, SHARE, share",
        "import, IMPORT, import",
        "receive, RECEIVE, receive",
        "sync, SYNC, sync",
        "dance, , import",
        ", , import"
    })
    void the_kind_of_a_run_is_a_word_and_one_that_says_none_counts_as_an_import(
            String written, RunKind kind, String word) {
        Map<String, String> facts = written == null ? Map.of() : Map.of("kind", written);

        assertThat(RunFacts.kind(facts).getOrNull()).isEqualTo(kind);
        assertThat(RunFacts.kindOf(facts)).isEqualTo(word);
    }

    @Test
    void a_record_is_of_the_same_request_if_it_holds_all_of_its_facts_whatever_else_it_holds() {
        Map<String, String> request = Map.of("kind", "share", "to", "cloud");

        assertThat(RequestFacts.isOf(request, Map.of("kind", "share", "to", "cloud", "stamp", "x")))
                .isTrue();
        assertThat(RequestFacts.isOf(request, Map.of("kind", "share"))).isFalse();
        assertThat(RequestFacts.isOf(request, Map.of("kind", "share", "to", "crm")))
                .isFalse();
    }

    @Test
    void a_record_says_itself_which_kind_of_request_it_holds() {
        Sharing receive = new Sharing.Receive(ReceiveRequest.builder()
                .audience(AUDIENCE)
                .into(LIST.connection())
                .list("Gold again")
                .key(ENCRYPTED)
                .build());
        Sharing share = new Sharing.Export(ShareRequest.builder()
                .list(LIST)
                .to(AUDIENCE.connection())
                .audience("Gold")
                .dataSource(SOURCE)
                .build());
        Sharing fill = new Sharing.Import(ImportRequest.builder()
                .audience(AUDIENCE)
                .into(LIST.connection())
                .list("Gold again")
                .dataSource(SOURCE)
                .build());

        for (Sharing sharing : new Sharing[] {receive, share, fill}) {
            assertThat(RequestFacts.read(RequestFacts.write(sharing), CIPHERS).get())
                    .isEqualTo(sharing);
        }
    }

    @Test
    void a_query_asks_for_names_of_facts_that_any_kind_of_run_may_have_written() {
        RunQuery query = RunQuery.builder()
                .kind(RunKind.SYNC)
                .connection(LIST.connection())
                .list("Gold")
                .audience("7")
                .build();

        assertThat(RunFacts.wanted(query))
                .containsExactly(
                        new RunFilter.Fact(Set.of("kind"), "sync"),
                        new RunFilter.Fact(Set.of("list.connection", "audience.connection", "to", "into"), "crm"),
                        new RunFilter.Fact(Set.of("list", "list.id"), "Gold"),
                        new RunFilter.Fact(Set.of("audience", "audience.id"), "7"));
        assertThat(RunFacts.wanted(RunQuery.builder().build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share|Audience 'Gold' of data source 14018 in 'cloud'",
                "sync|The ids of data source 14018 in 'cloud'",
                "import|List 'Gold again' in 'crm'",
                "receive|List 'Gold again' in 'crm'"
            })
    void two_requests_that_change_the_same_thing_have_the_same_subject(String kind, String subject) {
        Map<String, String> facts = new TreeMap<>(Map.of("kind", kind, "audience", "Gold", "dataSource.id", "14018"));
        facts.putAll(Map.of("to", "cloud", "list", "Gold again", "into", "crm"));

        assertThat(Subjects.of(facts).get()).isEqualTo(subject);
        assertThat(Subjects.of(Map.of("kind", kind)).isEmpty()).isTrue();
        assertThat(Subjects.of(Map.of()).isEmpty()).isTrue();
    }
}
