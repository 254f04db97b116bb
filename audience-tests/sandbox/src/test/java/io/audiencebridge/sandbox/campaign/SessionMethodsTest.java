// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionMethodsTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private Soap soap;

    @BeforeEach
    void signIn() {
        soap = Soap.signedIn(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "3, longValue, 42, 42",
        "15, longValue, 1, 1",
        "5, doubleValue, 2.5, 2.5",
        "6, stringValue, some text, some text",
        "7, timeStampValue, 2026-01-02 03:04:05.006Z, 2026-01-02 03:04:05.006Z"
    })
    void an_option_is_answered_with_its_type_and_the_value_of_that_type(
            String type, String column, String written, String read) {
        soap.write("<option xtkschema='xtk:option' _operation='insert' name='mine' dataType='" + type + "' " + column
                + "='" + written + "'/>");

        String body = soap.call("xtk:session#GetOption", "<name>mine</name>").body();

        assertThat(body)
                .contains("<pstrValue xsi:type='xsd:string'>" + read + "</pstrValue>")
                .contains("<pbtType xsi:type='xsd:byte'>" + type + "</pbtType>");
    }

    @Test
    void an_option_that_does_not_exist_is_no_fault() {
        assertThat(soap.call("xtk:session#GetOption", "<name>nothing</name>").body())
                .contains("<pstrValue xsi:type='xsd:string'></pstrValue>")
                .contains("<pbtType xsi:type='xsd:byte'>0</pbtType>");
    }

    @Test
    void a_secret_is_encrypted_with_the_key_of_the_instance() {
        String encrypted = Soap.first(
                "<pstrEncrypted[^>]*>([^<]*)<",
                soap.call("xtk:session#EncryptPassword", "<password>p@ss</password>")
                        .body());

        assertThat(Secrets.decrypt(encrypted)).contains("p@ss");
    }

    @Test
    void a_counter_counts_from_one_and_by_itself() {
        assertThat(increase("a")).isEqualTo("1");
        assertThat(increase("a")).isEqualTo("2");
        assertThat(increase("b")).isEqualTo("1");

        sandbox.reset();
        soap.logon(sandbox.operator(), sandbox.password());

        assertThat(increase("a")).isEqualTo("1");
    }

    @Test
    void more_ids_than_are_given_at_once_are_refused_and_the_fault_names_the_method() {
        assertThat(soap.call("xtk:session#GetNewIdsEx", "<count>10001</count><sequence>XtkNewId</sequence>")
                        .body())
                .contains("SOP-330007")
                .contains("of the method &apos;GetNewIdsEx&apos; of service &apos;xtk:session&apos;.");
    }

    @Test
    void a_method_of_the_interface_is_refused_on_the_service() {
        assertThat(soap.call("xtk:session#Write", "<doc/>").body()).contains("SOP-330024");
    }

    @Test
    void a_public_resource_needs_its_file() throws IOException {
        String resource = "<fileRes xtkschema='xtk:fileRes' internalName='RES1' fileName='a.txt' md5='"
                + "0cc175b9c0f1b6a831c399e269772661'/>";
        soap.write(resource);

        assertThat(publish(resource)).contains("XFR-180000");
        upload();
        assertThat(publish(resource)).contains("PublishIfNeededResponse");

        String url = Soap.first(
                "<pUrl[^>]*>([^<]*)<",
                soap.call("xtk:fileRes#GetURL", "<document>" + resource + "</document>")
                        .body());
        assertThat(Http.get(URI.create(url)).body()).isEqualTo("a");
        assertThat(publish(resource.replace("RES1", "RES2"))).contains("WDB-200011");
    }

    private String publish(String resource) {
        return soap.call("xtk:fileRes#PublishIfNeeded", "<document>" + resource + "</document>")
                .body();
    }

    private void upload() throws IOException {
        String form =
                "--cut\r\nContent-Disposition: form-data; name=\"file_noMd5\"; filename=\"a.txt\"\r\n\r\na\r\n--cut--\r\n";
        Http.send(HttpRequest.newBuilder(URI.create(sandbox.campaign() + "/nl/jsp/uploadFile.jsp"))
                .header("X-Session-Token", soap.session())
                .header("X-Security-Token", soap.security())
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String increase(String counter) {
        return Soap.first(
                "<plValue xsi:type='xsd:int'>(\\d+)<",
                soap.call("xtk:counter#IncreaseValue", "<name>" + counter + "</name>")
                        .body());
    }
}
