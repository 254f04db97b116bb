// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.FileContent;
import io.audiencebridge.adapter.campaign.client.ServerFile;
import io.audiencebridge.adapter.campaign.soap.Instance;
import io.audiencebridge.domain.error.BridgeError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files to the instance's server and back. */
class MovingFilesTest {
    private static final CallOptions STANDARD = CallOptions.standard();
    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    private static final ServerFile STORED = new ServerFile(MD5, "csv", "a b&c.csv", "text/csv");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ok\n<script>parent.document.controller.uploadFileCallBack([{\"fileName\":\"x.csv\",\"newFileName\":\""
                        + MD5 + ".csv\",\"md5\":\"" + MD5 + "\"}])</script>",
                "Ok\r\n<script>c.uploadFileCallBack([{fileName: 'x.csv', md5: '" + MD5 + "'}]);</script>"
            })
    void a_file_is_sent_as_a_form_and_found_by_its_digest(String answer) throws Exception {
        Path file = Files.writeString(folder.resolve("Zoë \"x\".csv"), "id\n1\n");
        try (var instance = new Instance(request -> Instance.ok(answer));
                var line = ClientOf.operatorAt(instance)) {
            var uploaded = line.client.upload(FileContent.of(file), STANDARD).get();

            assertThat(uploaded.md5()).isEqualTo(MD5);
            assertThat(uploaded.extension()).isEqualTo("csv");
            var request = instance.requests.get(1);
            assertThat(request.getTarget()).isEqualTo("/nl/jsp/uploadFile.jsp");
            assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(request.getHeaders().get("X-Security-Token")).isEqualTo("@T1==");
            assertThat(Objects.requireNonNull(request.getBody()).utf8())
                    .contains("name=\"file_noMd5\"; filename=\"Zoë %22x%22.csv\"\r\n")
                    .contains("\r\n\r\nid\n1\n\r\n--")
                    .endsWith("--\r\n");
        }
    }

    @Test
    void a_file_that_the_server_does_not_take_is_told() throws Exception {
        try (var instance = new Instance(request -> Instance.ok("Error\nThe file is too large"));
                var line = ClientOf.operatorAt(instance)) {
            var outcome = line.client.upload(FileContent.of("x.csv", new byte[3]), STANDARD);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.RejectedBySystem.class);
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_our_own_failure() throws Exception {
        Path file = Files.writeString(folder.resolve("x.csv"), "1");
        FileContent gone = FileContent.of(file);
        Files.delete(file);
        try (var instance = new Instance(request -> Instance.ok("Ok"));
                var line = ClientOf.operatorAt(instance)) {
            var outcome = line.client.upload(gone, STANDARD);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
        }
    }

    @Test
    void a_download_streams_into_the_sink() throws Exception {
        byte[] content = "x".repeat(3 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var instance = new Instance(request -> bytes(content));
                var line = ClientOf.operatorAt(instance)) {
            var sink = new ByteArrayOutputStream();

            var count = line.client.download(STORED, sink, STANDARD);

            assertThat(count.get()).isEqualTo(content.length);
            assertThat(sink.toByteArray()).isEqualTo(content);
            assertThat(instance.requests.get(1).getTarget())
                    .isEqualTo("/nl/jsp/downloadFile.jsp?md5=" + MD5
                            + "&ext=csv&fileName=a%20b%26c.csv&contentType=text%2Fcsv");
        }
    }

    @Test
    void a_download_after_the_end_of_a_session_signs_in_anew() throws Exception {
        try (var instance = new Instance(request ->
                        String.valueOf(request.getHeaders().get("Cookie")).endsWith("S1")
                                ? new MockResponse.Builder()
                                        .code(302)
                                        .setHeader("Location", "/nl/jsp/logon.jsp")
                                        .build()
                                : bytes(new byte[] {1, 2, 3}));
                var line = ClientOf.operatorAt(instance)) {
            assertThat(line.client
                            .download(STORED, OutputStream.nullOutputStream(), STANDARD)
                            .get())
                    .isEqualTo(3);
            assertThat(instance.logons()).isEqualTo(2);
        }
    }

    @Test
    void what_is_not_there_what_cannot_be_asked_for_and_a_full_disk_are_told_apart() throws Exception {
        try (var instance = new Instance(request -> Instance.status(404, ""));
                var line = ClientOf.operatorAt(instance)) {
            var missing = line.client.download(STORED, OutputStream.nullOutputStream(), STANDARD);
            var unsound = line.client.download(
                    new ServerFile("../../etc/passwd", "", "x", "y"), OutputStream.nullOutputStream(), STANDARD);

            assertThat(missing.getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(unsound.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        }
        try (var instance = new Instance(request -> bytes(new byte[10]));
                var line = ClientOf.operatorAt(instance)) {
            var full = line.client.download(STORED, new FullDisk(), STANDARD);

            assertThat(full.getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
        }
    }

    private static MockResponse bytes(byte[] content) {
        return new MockResponse.Builder().body(new Buffer().write(content)).build();
    }

    /** Takes nothing. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
