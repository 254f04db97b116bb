// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.Deduplication;
import io.audiencebridge.adapter.experienceplatform.client.DestinationKind;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.audiencebridge.adapter.experienceplatform.client.DestinationSetup;
import io.audiencebridge.adapter.experienceplatform.client.DestinationStorage;
import io.audiencebridge.adapter.experienceplatform.client.PlatformDestinations;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.adapter.experienceplatform.client.SftpServer;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingUpDestinationsTest {
    private static final String SERVICE = "/data/foundation/flowservice/";
    private static final SftpServer SERVER = SftpServer.builder()
            .host("sftp.acme.org")
            .username("aep")
            .port(2222)
            .build();
    private static final DestinationStorage S3 =
            new DestinationStorage.S3("AKIA1", Secret.of("s3-secret"), "acme-exports", "aep/campaign");
    private static final String ARMORED =
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\nabc\n-----END PGP PUBLIC KEY BLOCK-----";

    private final PlatformBench bench = new PlatformBench(settings -> settings.guardrails(
            PlatformGuardrails.builder().destinationsPerSandbox(2).build()));
    private final PlatformDestinations destinations = bench.client(PlatformDestinations.class);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void five_things_are_created_in_the_documented_order() {
        nothingThere();
        creations();

        DestinationSetup setup = destinations.ensure(order().build(), OPTIONS).get();

        assertThat(posts().stream()
                        .map(request -> request.getUrl().pathSegments().get(3)))
                .containsExactly("connections", "sourceConnections", "connections", "targetConnections", "flows");
        assertThat(setup.created()).isEqualTo(5);
        assertThat(setup.flow().flow()).isEqualTo("flow-1");
        assertThat(setup.flow().etag()).isEqualTo("\"e1\"");
        assertThat(setup.profileStore()).isEqualTo("base-1");
        assertThat(setup.storage()).isEqualTo("base-2");
    }

    @Test
    void what_is_created_is_as_documented() {
        nothingThere();
        creations();

        destinations.ensure(order().build(), OPTIONS).get();

        JsonNode source = body(posts().get(1));
        JsonNode target = body(posts().get(3));
        JsonNode flow = body(posts().get(4));
        assertThat(source.path("baseConnectionId").asText()).isEqualTo("base-1");
        assertThat(source.path("data").toString()).isEqualTo("{\"format\":\"CSV\",\"schema\":null}");
        assertThat(source.path("connectionSpec").path("id").asText()).isEqualTo(DestinationKind.PROFILE_STORE);
        assertThat(target.path("params").toString())
                .isEqualTo(
                        "{\"mode\":\"S3\",\"bucketName\":\"acme-exports\",\"path\":\"aep/campaign\",\"format\":\"CSV\",\"includeFileManifest\":true}");
        assertThat(flow.path("flowSpec").path("id").asText()).isEqualTo("looked-up");
        assertThat(flow.path("sourceConnectionIds").toString()).isEqualTo("[\"source-1\"]");
        assertThat(flow.path("transformations").toString())
                .isEqualTo(
                        "[{\"name\":\"GeneralTransform\",\"params\":{\"segmentSelectors\":{\"selectors\":[]},\"profileSelectors\":{\"selectors\":[]}}}]");
    }

    @Test
    void how_files_are_written_and_who_gets_a_row_is_said_where_it_is_not_as_usual() {
        nothingThere();
        creations();

        destinations
                .ensure(
                        order().gzip(true)
                                .csv(CsvOptions.builder().delimiter('\t').build())
                                .addMandatory("personalEmail.address")
                                .unique(new Deduplication.Identity("Email"))
                                .build(),
                        OPTIONS)
                .get();

        assertThat(body(posts().get(3)).path("params").path("csvOptions").toString())
                .isEqualTo(
                        "{\"delimiter\":\"\\t\",\"quote\":\"\\\"\",\"escape\":\"\\\\\",\"emptyValue\":\"\",\"nullValue\":\"null\",\"compression\":\"GZIP\",\"fileType\":\"CSV\"}");
        JsonNode params = body(posts().get(4)).path("transformations").path(0).path("params");
        assertThat(params.path("mandatoryFields").toString()).isEqualTo("[\"personalEmail.address\"]");
        assertThat(params.path("primaryFields").toString())
                .isEqualTo("[{\"fieldType\":\"IDENTITY\",\"identityNamespace\":\"Email\"}]");
    }

    @Test
    void two_rows_are_told_apart_by_an_identity_or_by_one_or_two_attributes() {
        DestinationOrder three = order().unique(new Deduplication.Attributes(List.of("a", "b", "c")))
                .build();

        assertThat(destinations.ensure(three, OPTIONS).getLeft().message()).contains("destination.unique", "3");
    }

    @Test
    void what_is_there_by_its_name_is_used_again() {
        nothingBut(known("base-7", DestinationKind.PROFILE_STORE, "Campaign - Profile Store") + ","
                + known("wrong", DestinationKind.SFTP.connectionSpec(), "Campaign - storage") + ","
                + known("base-8", DestinationKind.ADOBE_CAMPAIGN.connectionSpec(), "Campaign - storage"));
        creations();

        DestinationSetup setup = destinations.ensure(order().build(), OPTIONS).get();

        assertThat(setup.profileStore()).isEqualTo("base-7");
        assertThat(setup.storage()).isEqualTo("base-8");
        assertThat(setup.created()).isEqualTo(3);
        assertThat(posts()).noneMatch(request -> request.getUrl().encodedPath().endsWith("/connections"));
    }

    @ParameterizedTest
    @CsvSource({"0b23e41a-cb4a-4321-a78f-3b654f5d7d97, true", "64ef4b8b-a6e0-41b5-9677-3805d1ee5dd0, false"})
    void a_destination_that_is_there_is_left_as_it_is_if_it_is_of_the_kind(String spec, boolean same) {
        bench.api.answers(
                "GET " + SERVICE + "flows",
                200,
                "{'items':[{'id':'f','etag':'e','name':'Campaign','sourceConnectionIds':['s'],'targetConnectionIds':['t']}]}");
        nothingThere();
        bench.api.answers(
                "GET " + SERVICE + "sourceConnections/s", 200, "{'items':[{'id':'s','baseConnectionId':'b1'}]}");
        bench.api.answers(
                "GET " + SERVICE + "targetConnections/t",
                200,
                "{'id':'t','baseConnectionId':'b2','connectionSpec':{'id':'" + spec + "'}}");

        Either<BridgeError, DestinationSetup> outcome = destinations.ensure(order().build(), OPTIONS);

        assertThat(posts()).isEmpty();
        assertThat(outcome.isRight()).isEqualTo(same);
        outcome.peek(setup -> assertThat(List.of(setup.profileStore(), setup.source(), setup.storage(), setup.target()))
                .containsExactly("b1", "s", "b2", "t"));
        outcome.peekLeft(error -> assertThat(error).isInstanceOf(BridgeError.Conflict.class));
    }

    @Test
    void an_etag_that_a_creation_does_not_tell_is_read() {
        nothingThere();
        creations("{'id':'flow-1'}");
        bench.api.answers("GET " + SERVICE + "flows/flow-1", 200, "{'items':[{'id':'flow-1','etag':'e9'}]}");

        assertThat(destinations.ensure(order().build(), OPTIONS).get().flow().etag())
                .isEqualTo("e9");
    }

    @Test
    void a_flow_spec_that_nobody_lists_falls_back_to_the_one_of_the_pages() {
        bench.api.answers("GET " + SERVICE + "flowSpecs", 200, "{'items':[{'id':'other','name':'upsToEloqua'}]}");

        assertThat(destinations
                        .flowSpec(DestinationKind.ADOBE_CAMPAIGN, OPTIONS)
                        .get())
                .isEqualTo("71471eba-b620-49e4-90fd-23f1fa0174d8");
    }

    @Test
    void a_sandbox_that_is_full_is_told_before_anything_is_created() {
        PlatformBench full = new PlatformBench(settings -> settings.guardrails(
                PlatformGuardrails.builder().destinationsPerSandbox(1).build()));
        try (full) {
            full.api.answers("GET " + SERVICE + "flows", 200, "{'items':[{'id':'1','etag':'e','name':'Other'}]}");

            BridgeError error = full.client(PlatformDestinations.class)
                    .ensure(order().build(), OPTIONS)
                    .getLeft();

            assertThat(error.message()).contains("has 1 destinations already");
            assertThat(full.api.requests()).hasSize(1);
        }
    }

    static Stream<Arguments> storages() {
        Secret secret = Secret.of("hush");
        DestinationStorage blob = new DestinationStorage.AzureBlob(secret, "c", "p");
        DestinationStorage password = new DestinationStorage.SftpPassword(SERVER, secret, "/in");
        DestinationStorage key = new DestinationStorage.SftpKey(SERVER, secret, "/in");
        String server = "\"domain\":\"sftp.acme.org\",\"host\":\"sftp.acme.org\",\"username\":\"aep\",\"port\":2222";
        return Stream.of(
                Arguments.of(
                        DestinationKind.ADOBE_CAMPAIGN, S3, "S3", "\"accessId\":\"AKIA1\",\"secretKey\":\"s3-secret\""),
                Arguments.of(
                        DestinationKind.AMAZON_S3,
                        S3,
                        "Access Key",
                        "\"s3AccessKey\":\"AKIA1\",\"s3SecretKey\":\"s3-secret\""),
                Arguments.of(
                        DestinationKind.ADOBE_CAMPAIGN,
                        password,
                        "SFTP with Password",
                        server + ",\"password\":\"hush\""),
                Arguments.of(
                        DestinationKind.SFTP,
                        password,
                        "Basic Authentication for sftp",
                        server + ",\"password\":\"hush\""),
                Arguments.of(DestinationKind.ADOBE_CAMPAIGN, key, "SFTP with SSH Key", server + ",\"sshKey\":\"hush\""),
                Arguments.of(
                        DestinationKind.SFTP,
                        key,
                        "SSH PublicKey Authentication for sftp",
                        server + ",\"sshKey\":\"hush\""),
                Arguments.of(DestinationKind.ADOBE_CAMPAIGN, blob, "Azure Blob", "\"connectionString\":\"hush\""),
                Arguments.of(DestinationKind.AZURE_BLOB, blob, "ConnectionString", "\"connectionString\":\"hush\""));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void each_storage_is_signed_in_to_as_its_kind_wants(
            DestinationKind kind, DestinationStorage storage, String spec, String params) {
        nothingThere();
        creations();

        destinations
                .ensure(order().kind(kind).storage(storage).build(), OPTIONS)
                .get();

        assertThat(body(posts().get(2)).path("auth").toString())
                .isEqualTo("{\"specName\":\"" + spec + "\",\"params\":{" + params + "}}");
    }

    @Test
    void the_public_key_travels_as_base64_of_its_armored_text() {
        nothingThere();
        creations();

        destinations
                .ensure(order().publicKey(Secret.of(ARMORED)).build(), OPTIONS)
                .get();

        String sent = body(posts().get(2))
                .path("encryption")
                .path("params")
                .path("publicKey")
                .asText();
        assertThat(Base64.getDecoder().decode(sent)).asString().isEqualTo(ARMORED);
    }

    @Test
    void secrets_show_neither_in_values_nor_in_errors() {
        nothingThere();
        bench.api.answers("POST " + SERVICE + "connections", 201, "{'id':'base-1'}");
        bench.api.answers("POST " + SERVICE + "connections", 400, "{'message':'secretKey s3-secret is wrong'}");
        bench.api.answers("POST " + SERVICE + "sourceConnections", 201, "{'id':'source-1'}");
        DestinationOrder order = order().publicKey(Secret.of(ARMORED)).build();

        Either<BridgeError, DestinationSetup> refused = destinations.ensure(order, OPTIONS);

        assertThat(order.toString()).doesNotContain("s3-secret", "abc");
        assertThat(refused.getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(refused.getLeft().message()).doesNotContain("s3-secret").contains("400");
    }

    @Test
    void every_mistake_in_an_order_is_told_before_any_call() {
        DestinationOrder wrong = DestinationOrder.builder()
                .name(" ")
                .kind(DestinationKind.SFTP)
                .storage(new DestinationStorage.S3("", Secret.of(""), "", ""))
                .publicKey(Secret.of("-----BEGIN PGP PRIVATE KEY BLOCK-----"))
                .build();

        BridgeError error = destinations.ensure(wrong, OPTIONS).getLeft();

        assertThat(error.message())
                .contains("destination.name", "destination.storage", "accessKeyId", "secretKey", "bucket", "publicKey");
        assertThat(bench.api.requests()).isEmpty();
    }

    private static DestinationOrder.Builder order() {
        return DestinationOrder.builder().name("Campaign").storage(S3);
    }

    private void nothingThere() {
        nothingBut("");
    }

    private void nothingBut(String connections) {
        bench.api.answers("GET " + SERVICE + "connections", 200, "{'items':[" + connections + "]}");
        for (String list : List.of("flows", "connectionSpecs", "sourceConnections", "targetConnections")) {
            bench.api.answers("GET " + SERVICE + list, 200, "{'items':[]}");
        }
        bench.api.answers(
                "GET " + SERVICE + "flowSpecs",
                200,
                "{'items':[{'id':'x','name':'upsToS3'},{'id':'looked-up','attributes':{'kind':'upsToCampaign'}}]}");
    }

    private void creations() {
        creations("{'id':'flow-1','etag':'\\'e1\\''}");
    }

    private void creations(String flow) {
        bench.api.answers("POST " + SERVICE + "connections", 201, "{'id':'base-1'}");
        bench.api.answers("POST " + SERVICE + "connections", 201, "{'id':'base-2'}");
        bench.api.answers("POST " + SERVICE + "sourceConnections", 201, "{'id':'source-1'}");
        bench.api.answers("POST " + SERVICE + "targetConnections", 201, "{'id':'target-1'}");
        bench.api.answers("POST " + SERVICE + "flows", 201, flow);
    }

    private static String known(String id, String spec, String name) {
        return "{'id':'" + id + "','name':'" + name + "','connectionSpec':{'id':'" + spec + "'}}";
    }

    private List<RecordedRequest> posts() {
        return bench.api.requests().stream()
                .filter(request -> "POST".equals(request.getMethod()))
                .toList();
    }
}
