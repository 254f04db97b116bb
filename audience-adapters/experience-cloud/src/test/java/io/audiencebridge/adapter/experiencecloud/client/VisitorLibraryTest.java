// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Both sides of the exchange with Adobe's Node library for visitor ids. What stands in {@code visitor-vectors.json} is what we write, and the genuine library reads it in
 * {@code audience-tests/interop-tests}; what that run left in {@code -DvisitorLibrary=<file>} is what the library writes, and we read it.
 */
class VisitorLibraryTest {
    private static final Path VECTORS = Path.of("src/test/resources/visitor-vectors.json");
    private static final Ecid ECID =
            Ecid.parse("16908443662402872073525706953453086963").get();

    @Test
    void what_the_library_is_given_to_read_is_what_we_write() throws IOException {
        JsonNode vectors = json(VECTORS);
        ImsOrgId organisation = new ImsOrgId(vectors.path("organisation").asText());
        Instant now = Instant.ofEpochSecond(vectors.path("written").asLong());
        JsonNode supplemental = vectors.path("supplementalData");

        assertThat(vectors.path("cookieName").asText()).isEqualTo(VisitorCookie.name(organisation));
        assertThat(vectors.path("cookies").findValuesAsText("value")).isEqualTo(written(now));
        assertThat(supplemental.path("parameter").asText())
                .isEqualTo(SupplementalData.builder()
                        .id(supplemental.path("id").asText())
                        .organisation(organisation)
                        .written(now)
                        .build()
                        .parameter());
        for (AuthenticationState state : AuthenticationState.values()) {
            assertThat(vectors.path("states").path(state.name()).asInt(-1)).isEqualTo(state.number());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "visitorLibrary", matches = ".+")
    void what_the_library_writes_we_read() throws IOException {
        JsonNode library = json(Path.of(System.getProperty("visitorLibrary")));
        ImsOrgId organisation =
                ImsOrgId.parse(library.path("organisation").asText()).get();
        String header = library.path("cookieName").asText() + "="
                + VisitorCookie.of(ECID).value();

        assertThat(library.path("visitorIds"))
                .hasSizeGreaterThan(100)
                .allMatch(id -> VisitorId.parse(id.asText(), Reading.STRICT).isRight());
        assertThat(library.path("supplementalIds"))
                .hasSizeGreaterThan(100)
                .allMatch(id -> AnalyticsId.parse(id.asText(), Reading.STRICT).isRight());
        assertThat(VisitorCookies.read(header, organisation, Reading.STRICT)
                        .get()
                        .ecid())
                .contains(ECID);
        library.path("customerIds")
                .forEach(id -> assertThat(
                                AuthenticationState.of(id.path("authState").asText()))
                        .isNotEmpty());
    }

    private static List<String> written(Instant now) {
        IdAnswer answer = IdAnswer.builder()
                .visitorId(VisitorId.of(ECID))
                .region(9)
                .blob("RKhpRz8krg2tLO6pguXWp5olkAcUniQYPHaMWWgdJ3xzPWQmdj0y")
                .build();
        String browser =
                "-831174370|MCIDTS|18290|MCMID|16908443662402872073525706953453086963|MCAAMLH-1641432103|6|vVersion|4.5.1";
        return List.of(
                VisitorCookie.of(ECID).value(),
                VisitorCookie.of(answer, now).value(),
                VisitorCookie.of(IdAnswer.builder().addOptOuts("global").build(), now)
                        .value(),
                VisitorCookie.read(browser, Reading.STRICT).get().value());
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }
}
