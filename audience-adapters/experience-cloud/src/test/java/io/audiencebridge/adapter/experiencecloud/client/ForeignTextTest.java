// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.Secret;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that somebody else wrote makes a reader fail, or keeps it for longer than its length explains. */
class ForeignTextTest {
    private static final ImsOrgId OWN = new ImsOrgId("FAF554945B90342F0A495E2C@AdobeOrg");
    private static final Instant NOW = Instant.ofEpochSecond(1_641_432_103);
    private static final String[] PIECES = {
        "MCMID",
        "|",
        "%7C",
        "%",
        "%25",
        "%2525",
        "-",
        "s",
        "T",
        "=",
        "&",
        "?",
        "#",
        ";",
        "NONE",
        "global",
        "%01",
        "\u0001",
        "adobe_mc=",
        "TS",
        "MCORGID",
        "FAF554945B90342F0A495E2C@AdobeOrg",
        "1641432103",
        "77094828402023918047117570965393734545",
        "d_cid",
        "d_cid_ic",
        "AMCV_",
        "s_ecid=",
        "s_vi=",
        "[CS]v1|",
        "[CE]",
        "28B7854A85160711-40000182A01D8F44",
        "\u00e9",
        "\ud83d",
        "\udc00",
        "\u0000",
        " ",
        "\"",
        "MCOPTOUT-1580260289s",
        "99999999999999999999",
        "%c3%28",
        "%E4%BD%A0",
        "+"
    };

    static Stream<Arguments> readers() {
        DeclaredIdCipher cipher = DeclaredIdCipher.of("crm", Secret.of("00".repeat(16)), Secret.of("00".repeat(16)))
                .get();
        return Stream.of(
                reader("cookie", text -> {
                    VisitorCookie.read(text, Reading.STRICT).forEach(ForeignTextTest::useAll);
                    useAll(VisitorCookie.read(text, Reading.LENIENT).get());
                }),
                reader("cookies", text -> {
                    assertThat(VisitorCookies.read(text, OWN, Reading.STRICT)).isNotNull();
                    assertThat(VisitorCookies.read(text, OWN, Reading.LENIENT)
                                    .get()
                                    .visitorId())
                            .isNotNull();
                }),
                reader("hand-over", text -> {
                    assertThat(HandOver.read(text, OWN, NOW, HandOverRules.strict()))
                            .isNotNull();
                    assertThat(HandOver.read(text, OWN, NOW, HandOverRules.lenient()))
                            .isNotNull();
                    assertThat(HandOverGrammar.append(text, "adobe_mc=x")).contains("adobe_mc=x");
                }),
                reader("customer ids", text -> {
                    assertThat(CustomerIds.query(CustomerIds.ofRequest(text))).isNotNull();
                    assertThat(CustomerIds.ofStore(text)).isNotNull();
                }),
                reader("analytics id", text -> {
                    assertThat(AnalyticsId.parseCookie(text, Reading.STRICT)).isNotNull();
                    assertThat(AnalyticsId.parseCookie(text, Reading.LENIENT)).isNotNull();
                }),
                reader("visitor id", text -> {
                    assertThat(VisitorId.parse(text, Reading.STRICT)).isNotNull();
                    assertThat(VisitorId.parse(text, Reading.LENIENT)).isNotNull();
                }),
                reader("encrypted id", text -> assertThat(cipher.decrypt(text)).isNotNull()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void no_text_makes_a_reader_fail(String name, Consumer<String> reader) {
        Random random = new Random(20_261_124);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(16); piece > 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }

            reader.accept(text.toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void time_goes_with_the_length(String name, Consumer<String> reader) {
        for (String piece : PIECES) {
            reader.accept(piece.repeat(2_000));
        }
        long small = fastest(reader, 1 << 14);
        long large = fastest(reader, 1 << 18);

        // 16 times the length: a reader whose time grows with the square would take 256 times as long, and seconds for
        // a quarter of a million characters
        assertThat(large).as(name).isLessThan(Math.max(small, 2_000_000) * 100);
    }

    /** The slowest piece, each at its fastest of three. */
    private static long fastest(Consumer<String> reader, int length) {
        long slowest = 0;
        for (String piece : PIECES) {
            String text = piece.repeat(length / piece.length());
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                reader.accept(text);
                best = Math.min(best, System.nanoTime() - start);
            }
            slowest = Math.max(slowest, best);
        }
        return slowest;
    }

    private static void useAll(VisitorCookie cookie) {
        assertThat(cookie.visitorId()).isNotNull();
        assertThat(cookie.ecid()).isNotNull();
        assertThat(cookie.analyticsId()).isNotNull();
        assertThat(cookie.region()).isNotNull();
        VisitorCookie again =
                VisitorCookie.read(cookie.value(), Reading.LENIENT).get();
        assertThat(again.visitorId()).isEqualTo(cookie.visitorId());
    }

    private static Arguments reader(String name, Consumer<String> reader) {
        return Arguments.of(name, reader);
    }
}
