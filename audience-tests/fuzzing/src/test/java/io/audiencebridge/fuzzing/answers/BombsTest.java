// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.answers;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.fuzzing.Watched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are made to hurt, over a real socket, to every client: each call ends, in time and in a small heap. */
class BombsTest {
    private static final int ROOM = 1 << 18;
    private static final HttpSettings HTTP =
            HttpSettings.builder().maxAttempts(1).maxAnswerBytes(ROOM).build();

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_answer_harms_a_client(Bomb bomb) {
        server.setDispatcher(always(bomb));
        URI uri = server.url("/").uri();

        Watched.reading(ROOM, () -> AudienceManagerAnswersFuzzTest.readAll(uri, HTTP));
        Watched.reading(ROOM, () -> PlatformAnswersFuzzTest.readAll(uri, HTTP));
        Watched.reading(ROOM, () -> IdServiceAnswersFuzzTest.callAll(uri, Reading.LENIENT, HTTP));
        Watched.reading(ROOM, () -> ImsAnswersFuzzTest.askAll(uri, HTTP));
        Watched.reading(
                ROOM,
                () -> CampaignAnswersFuzzTest.readAll(uri, CampaignSignIn.sessionToken(Secret.of("token")), HTTP));
    }

    private static Dispatcher always(Bomb bomb) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse.Builder answer = new MockResponse.Builder();
                if (bomb.zipped) {
                    answer.addHeader("Content-Encoding", "gzip");
                }
                return answer.body(new Buffer().write(bomb.body)).build();
            }
        };
    }

    /** What a server may answer to do harm. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody writes into the bodies
    private enum Bomb {
        NESTED_ARRAYS("[".repeat(250_000)),
        NESTED_OBJECTS("{\"a\":".repeat(50_000)),
        NUMBER_OF_MANY_DIGITS("{\"total\":" + "1".repeat(250_000) + "}"),
        TEXT_OF_MANY_DIGITS("{\"list\":[],\"total\":\"" + "1".repeat(120_000) + "\",\"expires_in\":\""
                + "1".repeat(120_000) + "\"}"),
        HUGE_EXPONENT("{\"list\":[],\"total\":1e999999999,\"page\":1e-999999999,\"expires_in\":9e99999999}"),
        LONE_SURROGATES("[{\"name\":\"\\ud800\",\"sid\":\"\\udc00\"}]"),
        BOM_AND_ZEROS("\uFEFF\0\0{}\0"),
        REPEATED_NAMES("{" + "\"a\":1,".repeat(40_000) + "\"a\":1}"),
        MANY_NAMES(names()),
        LAUGHS("<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                + " \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><l>" + "&c;".repeat(1000) + "</l>"),
        NESTED_ELEMENTS("<a>".repeat(80_000)),
        MANY_ATTRIBUTES("<a " + attributes() + "/>"),
        ENDLESS_COMMENT("<!--" + "-a".repeat(125_000)),
        ZEROS_IN_GZIP(zipped('\0', 16), true),
        ARRAYS_IN_GZIP(zipped('[', 16), true),
        BLANKS_IN_GZIP(zipped(' ', 16), true);

        private final byte[] body;
        private final boolean zipped;

        Bomb(String body) {
            this(body.getBytes(StandardCharsets.UTF_8), false);
        }

        Bomb(byte[] body, boolean zipped) {
            this.body = body;
            this.zipped = zipped;
        }

        private static String names() {
            StringBuilder names = new StringBuilder("{\"a\":0");
            for (int i = 0; i < 20_000; i++) {
                names.append(",\"n").append(i).append("\":1");
            }
            return names.append('}').toString();
        }

        private static String attributes() {
            StringBuilder attributes = new StringBuilder();
            for (int i = 0; i < 20_000; i++) {
                attributes.append(" a").append(i).append("='1'");
            }
            return attributes.toString();
        }

        /** So many MiB of one character. */
        private static byte[] zipped(char character, int size) {
            byte[] block = String.valueOf(character).repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                for (int i = 0; i < size; i++) {
                    out.write(block);
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return packed.toByteArray();
        }
    }
}
