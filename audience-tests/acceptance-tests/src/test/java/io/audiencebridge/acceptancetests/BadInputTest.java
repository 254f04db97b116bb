// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.InvalidRequestException;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller gets for each thing that can be wrong: one error of the right kind that says what to do next, and lists as they were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
    private static final String AUDIENCE = "Steady customers";
    private static final String GHOSTS = "Ghosts";
    private static final String LIST = "Steady customers, back";

    @TempDir
    static Path home;

    private Journey journey;
    private DataSource visitors;
    private Map<String, List<String>> before;

    @BeforeAll
    void one_audience_is_shared_and_has_travelled() {
        journey = new Journey(People.withoutSharedKeys(60), home.resolve("journey"));
        visitors = KeyKind.VISITOR.dataSource(journey.sandbox);
        journey.sandbox.campaignData().addList(LIST, List.of("1", "2"));
        journey.sandbox.campaignData().addList("Nobody", List.of());
        String keyless = journey.sandbox.campaignData().addList("Keyless", List.of("10"));
        journey.shared(new AudienceRef(Journey.CAMPAIGN, keyless), GHOSTS, visitors);
        journey.shared(journey.everybody(), AUDIENCE, visitors);
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
    }

    @BeforeEach
    void lists_are_looked_at() {
        before = lists();
    }

    @AfterEach
    void lists_are_as_they_were() {
        journey.sandbox.clearFaults();
        assertThat(lists()).isEqualTo(before);
    }

    @AfterAll
    void the_journey_ends() {
        journey.close();
    }

    @Test
    void wrong_client_secret() {
        Map<String, String> wrong = new HashMap<>(journey.sandbox.description());
        wrong.put("clientSecret", "not-the-secret");
        try (AudienceBridge bridge =
                Journey.builder(wrong, home.resolve("secret")).build()) {
            BridgeError error = bridge.attempts().browse(ofAudienceManager()).getLeft();

            expect(error, BridgeError.AccessDenied.class, "secret");
            assertThat(error.message()).doesNotContain("not-the-secret");
        }
    }

    @Test
    void missing_credentials_and_everything_else_that_is_wrong_with_the_settings_are_told_at_once() {
        Map<String, String> wrong = new HashMap<>(journey.sandbox.description());
        wrong.put("clientSecret", "");
        wrong.put("campaign", "campaign.example.com");

        assertThatThrownBy(() -> Journey.builder(wrong, home.resolve("missing")).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("clientSecret")
                .hasMessageContaining("campaign.example.com")
                .satisfies(thrown -> Messages.note(((InvalidRequestException) thrown).error()));
    }

    @Test
    void plain_http_to_another_machine() {
        Map<String, String> wrong = new HashMap<>(journey.sandbox.description());
        wrong.put("audienceManager", "http://aam.example.com");

        assertThatThrownBy(() -> Journey.builder(wrong, home.resolve("plain")).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("aam.example.com")
                .hasMessageContaining("allowPlainHttp")
                .satisfies(thrown -> Messages.note(((InvalidRequestException) thrown).error()));
    }

    @Test
    void a_wrong_organisation() {
        Map<String, String> wrong = new HashMap<>(journey.sandbox.description());
        wrong.put("orgId", "0123456789ABCDEF01234567@AdobeOrg");
        try (AudienceBridge bridge =
                Journey.builder(wrong, home.resolve("organisation")).build()) {
            expect(
                    bridge.attempts().browse(ofAudienceManager()).getLeft(),
                    BridgeError.AccessDenied.class,
                    "organisation");
        }
    }

    @Test
    void a_fault_of_campaign() {
        String fault = "<?xml version='1.0'?><SOAP-ENV:Envelope xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body><SOAP-ENV:Fault>"
                + "<faultcode>SOAP-ENV:Server</faultcode><faultstring>SOP-330011 Error while executing the method</faultstring>"
                + "<detail>PGS-220000 PostgreSQL error for person7@example.com</detail>"
                + "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";
        journey.sandbox.faults(new FaultRule(
                FaultMatch.system("campaign").withSoapAction("xtk:queryDef#*"),
                0,
                FaultRule.ALWAYS,
                new FaultEffect.Status(200, fault, Map.of("Content-Type", "text/xml"))));

        BridgeError error = importAgain().getLeft();

        assertThat(error.message()).contains("PGS-220000").doesNotContain("person7");
        Messages.note(error);
    }

    @Test
    void an_empty_audience_is_imported_only_with_consent() {
        ImportRequest request = ImportRequest.builder()
                .from(importOf(visitors))
                .audience(new AudienceRef(Journey.AUDIENCE_MANAGER, segment(GHOSTS)))
                .build();

        expect(journey.bridge.attempts().importAudience(request), BridgeError.InvalidRequest.class, "allow");
    }

    @Test
    void an_unknown_list() {
        AudienceRef unknown = new AudienceRef(Journey.CAMPAIGN, "987654");

        expect(share(unknown, visitors), BridgeError.NotFound.class, "987654");
    }

    @Test
    void an_unknown_audience() {
        ImportRequest request = ImportRequest.builder()
                .from(importOf(visitors))
                .audience(new AudienceRef(Journey.AUDIENCE_MANAGER, "424242"))
                .build();

        expect(journey.bridge.attempts().importAudience(request), BridgeError.NotFound.class, "424242");
    }

    @Test
    void an_empty_list() {
        String nobody = journey.sandbox.campaignData().lists().stream()
                .filter(list -> list.label().equals("Nobody"))
                .findFirst()
                .orElseThrow()
                .id();

        expect(share(new AudienceRef(Journey.CAMPAIGN, nobody), visitors), BridgeError.InvalidRequest.class, "empty");
    }

    @Test
    void a_malformed_list_id() {
        expect(
                share(new AudienceRef(Journey.CAMPAIGN, "12 or @id > 0"), visitors),
                BridgeError.InvalidRequest.class,
                "12 or @id > 0");
    }

    @Test
    void a_malformed_audience_id() {
        ImportRequest request = ImportRequest.builder()
                .from(importOf(visitors))
                .audience(new AudienceRef(Journey.AUDIENCE_MANAGER, "../segments/1"))
                .build();

        expect(journey.bridge.attempts().importAudience(request), BridgeError.InvalidRequest.class, "../segments/1");
    }

    @Test
    void a_data_source_that_lacks_what_its_kind_needs_names_everything_that_is_missing() {
        DataSource lacking = DataSource.builder()
                .id(journey.sandbox.audienceManagerData().declaredDataSourceId())
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build())
                .build();

        BridgeError error =
                expect(share(journey.everybody(), lacking), BridgeError.InvalidRequest.class, "mergeRuleDataSourceId");

        assertThat(((BridgeError.InvalidRequest) error).violations().size()).isGreaterThan(1);
    }

    @Test
    void a_data_source_that_does_not_exist() {
        expect(share(journey.everybody(), DataSource.visitor(99)), BridgeError.InvalidRequest.class, "99");
    }

    @Test
    void an_unknown_field() {
        DataSource unknown = DataSource.builder()
                .from(KeyKind.DECLARED_PLAIN.dataSource(journey.sandbox))
                .key(Declared.builder().field("shoeSize").build())
                .build();

        expect(
                journey.bridge.attempts().share(journey.share(journey.everybody(), "Shoes", unknown)),
                BridgeError.InvalidRequest.class,
                "shoeSize");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDIENCE_MANAGER", "CAMPAIGN", "S3"})
    void an_unreachable_host(Host host) {
        journey.sandbox.faults(FaultRule.always(host.system, new FaultEffect.Refuse(Optional.empty())));

        expect(importAgain(), BridgeError.Unavailable.class, host.named);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void audience_manager_denies_access(int status) {
        expect(answeredBy(Host.AUDIENCE_MANAGER, status), BridgeError.AccessDenied.class, "audience-manager");
    }

    @Test
    void audience_manager_is_asked_too_often() {
        expect(answeredBy(Host.AUDIENCE_MANAGER, 429), BridgeError.Throttled.class, "audience-manager");
    }

    @Test
    void audience_manager_fails() {
        expect(answeredBy(Host.AUDIENCE_MANAGER, 500), BridgeError.Unavailable.class, "500");
    }

    @Test
    void the_bucket_refuses() {
        expect(answeredBy(Host.S3, 403), BridgeError.AccessDenied.class, "outbound");
    }

    @Test
    void an_answer_of_campaign_is_cut_short() {
        journey.sandbox.faults(new FaultRule(
                FaultMatch.system("campaign").withSoapAction("xtk:queryDef#*"),
                0,
                FaultRule.ALWAYS,
                new FaultEffect.Truncate(200)));

        expect(importAgain(), BridgeError.Unavailable.class, "campaign");
    }

    @Test
    void an_outbound_file_is_cut_short() {
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED); // what was applied is not read again
        journey.sandbox.faults(new FaultRule(
                FaultMatch.system("s3").withMethod("GET").withPath("*.gz"),
                0,
                FaultRule.ALWAYS,
                new FaultEffect.Truncate(40)));

        expect(importAgain(), BridgeError.Unavailable.class, "outbound");
    }

    private Either<BridgeError, Receipt> answeredBy(Host host, int status) {
        journey.sandbox.faults(FaultRule.always(host.system, new FaultEffect.Status(status)));
        return importAgain();
    }

    private Either<BridgeError, Receipt> share(AudienceRef list, DataSource source) {
        return journey.bridge.attempts().share(journey.share(list, AUDIENCE, source));
    }

    private Either<BridgeError, Receipt> importAgain() {
        return journey.bridge.attempts().importAudience(importOf(visitors));
    }

    private ImportRequest importOf(DataSource source) {
        return ImportRequest.builder()
                .audience(new AudienceRef(Journey.AUDIENCE_MANAGER, segment(AUDIENCE)))
                .into(Journey.CAMPAIGN)
                .list(LIST)
                .dataSource(source)
                .build();
    }

    private String segment(String title) {
        return journey.sandbox.audienceManagerData().segments().stream()
                .filter(segment -> segment.name().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static AudienceQuery ofAudienceManager() {
        return AudienceQuery.builder().connection(Journey.AUDIENCE_MANAGER).build();
    }

    private Map<String, List<String>> lists() {
        return journey.sandbox.campaignData().lists().stream()
                .collect(Collectors.toMap(SandboxList::label, list -> List.copyOf(list.memberIds())));
    }

    private static BridgeError expect(
            Either<BridgeError, Receipt> answer, Class<? extends BridgeError> kind, String named) {
        return expect(answer.getLeft(), kind, named);
    }

    private static BridgeError expect(BridgeError error, Class<? extends BridgeError> kind, String named) {
        assertThat(error).isInstanceOf(kind);
        assertThat(error.message()).contains(named);
        Messages.note(error);
        return error;
    }

    private enum Host {
        AUDIENCE_MANAGER("audienceManager", "audience-manager"),
        CAMPAIGN("campaign", "campaign"),
        S3("s3", "outbound");

        private final String system;
        private final String named;

        Host(String system, String named) {
            this.system = system;
            this.named = named;
        }
    }
}
