// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingCredentialsTest {
    private static final ImsOrgId ORGANISATION = new ImsOrgId("7F3A1C5E60B2D4980A495E11@AdobeOrg");

    @TempDir
    private Path folder;

    @Test
    void what_the_settings_say_wins_and_no_source_is_read() {
        CredentialSource trap = source("trap", Either.left(BridgeError.InvalidRequest.of("trap", "was read")));

        SignIn found = found(ImsSettings.builder()
                .organisation(ORGANISATION)
                .clientId("mine")
                .clientSecret(Secret.of("own"))
                .addSources(trap));

        assertThat(found.identity().clientId()).isEqualTo("mine");
        assertThat(found.scopes()).isEqualTo(ImsSettings.DEFAULT_SCOPES);
        assertThat(found.uri()).isEqualTo(ImsSettings.PRODUCTION);
    }

    @Test
    void the_first_source_that_completes_the_credential_is_used() {
        CredentialSource empty = source("empty", ImsCredential.none());
        CredentialSource stranger = source("stranger", credential("other", "theirs"));
        CredentialSource right = source("right", credential("mine", "own"));
        CredentialSource later = source("later", credential("mine", "older"));

        SignIn found = found(ImsSettings.builder().clientId("mine").addSources(empty, stranger, right, later));

        assertThat(found.secrets()).containsExactly(Secret.of("own"));
        assertThat(found.organisation()).isEqualTo(ORGANISATION);
    }

    @Test
    void every_place_says_what_it_lacks() {
        ImsCredential half = ImsCredential.builder().clientId("mine").build();

        BridgeError error = missing(ImsSettings.builder()
                .addSources(source("the vault", half), source("the drawer", ImsCredential.none())));

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message())
                .contains(
                        "the vault lacks organisation, clientSecret",
                        "the drawer lacks organisation, clientId, clientSecret");
    }

    @Test
    void a_source_that_cannot_be_read_ends_the_search() throws IOException {
        Path file = write("broken.json", "{\"project\":");

        BridgeError error = missing(ImsSettings.builder()
                .addSources(CredentialSource.consoleJson(file), source("later", credential("mine", "own"))));

        assertThat(error.message())
                .contains("file broken.json is no JSON object")
                .doesNotContain(folder.toString());
    }

    @Test
    void bytes_that_are_no_text_are_told_without_the_folder() throws IOException {
        Path file = Files.write(folder.resolve("odd.properties"), new byte[] {(byte) 0xc3, (byte) 0x28});

        BridgeError error = CredentialSource.properties(file).read().getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message()).contains("odd.properties", "UTF-8").doesNotContain(folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                audiencebridge.ims.organisation=7F3A1C5E60B2D4980A495E11@AdobeOrg
                audiencebridge.ims.client-id=mine
                audiencebridge.ims.client-secret=own
                audiencebridge.ims.next-client-secret=next
                audiencebridge.ims.scopes=openid, AdobeID
                audiencebridge.ims.uri=https://ims.example.com
                """, """
                aio_ims_org_id=7F3A1C5E60B2D4980A495E11@AdobeOrg
                aio_api_key=mine
                aio_client_secret=own
                audiencebridge.ims.next-client-secret=next
                aio_oauth_scopes=openid,AdobeID
                aio_ims_url=https://ims.example.com
                aio_technical_account_id=somebody@techacct.adobe.com
                """})
    void a_properties_file_is_read_in_our_words_and_in_those_of_adobes_java_library(String text) throws IOException {
        ImsCredential read = CredentialSource.properties(write("some.properties", text))
                .read()
                .get();

        assertThat(read)
                .isEqualTo(ImsCredential.builder()
                        .organisation(ORGANISATION)
                        .clientId("mine")
                        .addClientSecrets(Secret.of("own"), Secret.of("next"))
                        .addScopes("openid", "AdobeID")
                        .uri(URI.create("https://ims.example.com"))
                        .build());
        assertThat(read.toString()).doesNotContain("own", "next");
    }

    @Test
    void the_environment_has_names_of_its_own_and_the_same_aliases() {
        Map<String, String> variables = Map.of(
                "AUDIENCE_BRIDGE_IMS_ORGANISATION", "7F3A1C5E60B2D4980A495E11@AdobeOrg",
                "AUDIENCE_BRIDGE_IMS_CLIENT_ID", " mine ",
                "AIO_CLIENT_SECRET", "own",
                "aio_oauth_scopes", "openid AdobeID",
                "aio_api_key", "older");

        ImsCredential read = new KeyedSource("env", SettingNames.ENVIRONMENT, () -> Either.right(variables::get))
                .read()
                .get();

        assertThat(read.clientId()).contains("mine");
        assertThat(read.clientSecrets()).containsExactly(Secret.of("own"));
        assertThat(read.scopes()).containsExactly("openid", "AdobeID");
    }

    @Test
    void the_system_properties_and_the_environment_are_looked_at_unless_told_otherwise() {
        System.setProperty("audiencebridge.ims.client-secret", "from-the-command-line");
        try {
            SignIn found =
                    found(ImsSettings.builder().organisation(ORGANISATION).clientId("mine"));

            assertThat(found.secrets()).containsExactly(Secret.of("from-the-command-line"));
        } finally {
            System.clearProperty("audiencebridge.ims.client-secret");
        }
    }

    @Test
    void a_file_that_is_not_there_holds_nothing() {
        assertThat(CredentialSource.properties(folder.resolve("none")).read().get())
                .isEqualTo(ImsCredential.none());
        assertThat(CredentialSource.consoleJson(folder.resolve("none")).read().get())
                .isEqualTo(ImsCredential.none());
    }

    @Test
    void the_json_of_a_workspace_is_a_credential() throws IOException {
        Path file = write("workspace.json", workspace(serverToServer("first", "mine")));

        ImsCredential read = CredentialSource.consoleJson(file).read().get();

        assertThat(read)
                .isEqualTo(ImsCredential.builder()
                        .organisation(ORGANISATION)
                        .clientId("mine")
                        .addClientSecrets(Secret.of("s1"), Secret.of("s2"))
                        .addScopes("openid", "AdobeID")
                        .build());
    }

    @Test
    void of_several_credentials_in_a_workspace_one_must_be_named() throws IOException {
        Path file = write(
                "workspace.json", workspace(serverToServer("first", "one") + "," + serverToServer("second", "two")));

        assertThat(CredentialSource.consoleJson(file).read().getLeft().message())
                .contains("2 credentials (first, second)");
        assertThat(CredentialSource.consoleJson(file, "second").read().get().clientId())
                .contains("two");
        assertThat(CredentialSource.consoleJson(file, "third").read().getLeft().message())
                .contains("named 'third'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'CLIENT_ID':'mine','CLIENT_SECRETS':['s1','s2'],'ORG_ID':'7F3A1C5E60B2D4980A495E11@AdobeOrg','SCOPES':['openid','AdobeID']}",
                "{'API_KEY':'mine','CLIENT_SECRETS':['s1','s2'],'IMS_ORG_ID':'7F3A1C5E60B2D4980A495E11@AdobeOrg','SCOPES':'openid,AdobeID'}"
            })
    void the_json_of_one_credential_is_flat(String text) throws IOException {
        Path file = write("credential.json", text.replace('\'', '"'));

        ImsCredential read = CredentialSource.consoleJson(file).read().get();

        assertThat(read.clientId()).contains("mine");
        assertThat(read.clientSecrets()).containsExactly(Secret.of("s1"), Secret.of("s2"));
        assertThat(read.scopes()).containsExactly("openid", "AdobeID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'CLIENT_SECRET':'x','ORG_ID':'o','API_KEY':'k','TECHNICAL_ACCOUNT_ID':'t'}",
                "{'PRIVATE_KEY':'x','CLIENT_ID':'k'}",
                "{'project':{'workspace':{'details':{'credentials':[{'name':'old','jwt':{'client_id':'k','client_secret':'x'}}]}}}}"
            })
    void json_of_the_old_kind_is_refused_with_what_to_use(String text) throws IOException {
        Path file = write("old.json", text.replace('\'', '"'));

        BridgeError error = CredentialSource.consoleJson(file).read().getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("file old.json", "Service Account (JWT)", "OAuth Server-to-Server");
    }

    @Test
    void properties_of_the_old_kind_are_refused_with_what_to_use_unless_new_ones_stand_beside_them()
            throws IOException {
        String old = """
                aio_ims_org_id=7F3A1C5E60B2D4980A495E11@AdobeOrg
                aio_api_key=mine
                aio_client_secret=p8e-private
                aio_meta_scopes=/s/ent_campaign_sdk
                aio_encoded_pkcs8=c2VjcmV0
                """;

        BridgeError error =
                missing(ImsSettings.builder().addSources(CredentialSource.properties(write("old.properties", old))));
        SignIn both = found(ImsSettings.builder()
                .addSources(CredentialSource.properties(write("both.properties", old + "aio_oauth_scopes=openid\n"))));

        assertThat(error.message())
                .contains("Service Account (JWT)", "aio_oauth_scopes", "Developer Console")
                .doesNotContain("c2VjcmV0", "p8e-private");
        assertThat(both.scopes()).containsExactly("openid");
    }

    @Test
    void scopes_are_those_of_the_products() {
        assertThat(ImsProduct.scopesOf(ImsProduct.CAMPAIGN, ImsProduct.AUDIENCE_MANAGER))
                .containsExactlyInAnyOrderElementsOf(ImsSettings.DEFAULT_SCOPES)
                .doesNotHaveDuplicates();
        assertThat(ImsSettings.builder()
                        .products(ImsProduct.EXPERIENCE_PLATFORM)
                        .build()
                        .scopes())
                .containsExactly(
                        "openid",
                        "session",
                        "AdobeID",
                        "read_organizations",
                        "additional_info.projectedProductContext");
    }

    private SignIn found(ImsSettings.Builder settings) {
        return new CredentialChain(settings.build()).read().get();
    }

    private BridgeError missing(ImsSettings.Builder settings) {
        return new CredentialChain(settings.build()).read().getLeft();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static ImsCredential credential(String clientId, String secret) {
        return ImsCredential.builder()
                .organisation(ORGANISATION)
                .clientId(clientId)
                .addClientSecrets(Secret.of(secret))
                .build();
    }

    private static CredentialSource source(String name, ImsCredential held) {
        return source(name, Either.right(held));
    }

    static CredentialSource source(String name, Either<BridgeError, ImsCredential> read) {
        return new CredentialSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Either<BridgeError, ImsCredential> read() {
                return read;
            }
        };
    }

    private static String serverToServer(String name, String clientId) {
        return "{\"id\":\"1\",\"name\":\"" + name + "\",\"integration_type\":\"oauth_server_to_server\","
                + "\"oauth_server_to_server\":{\"client_id\":\"" + clientId
                + "\",\"client_secrets\":[\"s1\",\"s2\"],\"scopes\":[\"openid\",\"AdobeID\"]}}";
    }

    private static String workspace(String credentials) {
        return "{\"project\":{\"id\":\"p\",\"org\":{\"id\":\"1\",\"ims_org_id\":\"7F3A1C5E60B2D4980A495E11@AdobeOrg\"},"
                + "\"workspace\":{\"id\":\"w\",\"details\":{\"credentials\":["
                + String.join(",", List.of(credentials)) + "]}}}}";
    }
}
