// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PagesTest {
    // Of the text "id;email\n" followed by "1;a@b.c".
    private static final String CONTENT = "id;email\n1;a@b.c";

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

    @Test
    void the_redirection_server_tells_less_where_debugging_is_off() throws IOException {
        String all = Http.get(sandbox.campaign().resolve("/r/test")).body();
        sandbox.campaignServer().allowDebug(false);
        String little = Http.get(sandbox.campaign().resolve("/r/test")).body();

        assertThat(all).contains("status='OK'").contains("version='7.3.4'").contains("build='9364'");
        assertThat(little).contains("status='OK'").doesNotContain("version").doesNotContain("build");
    }

    @Test
    void a_page_that_needs_a_session_sends_strangers_to_the_logon() throws IOException {
        HttpResponse<String> stranger = Http.get(sandbox.campaign().resolve("/nl/jsp/ping.jsp"));

        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/nl/jsp/logon.jsp"));
        assertThat(get("/nl/jsp/ping.jsp").body()).startsWith("OK\n");
    }

    @Test
    void the_message_centre_shows_its_queue_and_when_it_is_full() throws IOException {
        assertThat(get("/nl/jsp/mcPing.jsp").body()).startsWith("Ok\n").endsWith("7/400 pending events\n");

        sandbox.campaignServer().eventQueue(400, 400);

        assertThat(get("/nl/jsp/mcPing.jsp").body()).isEqualTo("Error\nThe queue is full (400/400)\n");
    }

    @Test
    void a_service_is_described_by_its_schema() throws IOException {
        String wsdl = get("/nl/jsp/schemawsdl.jsp?schema=xtk:workflow").body();

        assertThat(wsdl)
                .contains("soapAction='xtk:workflow#PostEvent'")
                .contains("<s:element name='complete' type='s:boolean'/>")
                .contains("location='" + sandbox.campaign() + "/nl/jsp/soaprouter.jsp'");
        assertThat(get("/nl/jsp/schemawsdl.jsp?schema=nms:shoe").statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_comes_back_under_its_digest() throws IOException {
        HttpResponse<String> uploaded = upload("keys.csv", "file_noMd5");
        String md5 = Soap.first("\"md5\":\"([0-9a-f]{32})\"", uploaded.body());

        HttpResponse<String> back =
                get("/nl/jsp/downloadFile.jsp?md5=" + md5 + "&ext=csv&fileName=k%20eys&contentType=text/csv");

        assertThat(uploaded.body()).startsWith("Ok").contains("\"newFileName\":\"" + md5 + ".csv\"");
        assertThat(back.body()).isEqualTo(CONTENT);
        assertThat(back.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(back.headers().firstValue("Content-Disposition")).contains("attachment; filename*=UTF-8''k%20eys");
    }

    @Test
    void a_file_that_is_not_there_is_not_found_and_a_form_without_one_is_an_error() throws IOException {
        assertThat(get("/nl/jsp/downloadFile.jsp?md5=" + "0".repeat(32) + "&ext=csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(upload("keys.csv", "other").body()).startsWith("Error").contains("file_noMd5");
    }

    private HttpResponse<String> upload(String name, String field) throws IOException {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + CONTENT + "\r\n--cut--\r\n";
        return Http.send(request("/nl/jsp/uploadFile.jsp")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String page) throws IOException {
        return Http.send(request(page));
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(URI.create(sandbox.campaign() + page))
                .header("X-Session-Token", soap.session())
                .header("X-Security-Token", soap.security());
    }
}
