// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden cases of section 8.6, as the server judges them. Traits 1, 2, 3, 7, 123 and 1000 are of rules, 50 is onboarded. */
class GoldenExpressionsTest {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();

    @BeforeAll
    static void prepare() throws IOException {
        for (int sid : new int[] {1, 2, 3, 7, 123, 1000}) {
            seed(
                    "{\"sid\":%d,\"name\":\"T\",\"traitType\":\"RULE_BASED_TRAIT\",\"traitRule\":\"c_a==1\",\"dataSourceId\":13701,\"folderId\":0}"
                            .formatted(sid));
        }
        seed("{\"sid\":50,\"name\":\"T\",\"traitType\":\"ON_BOARDED_TRAIT\",\"dataSourceId\":13701,\"folderId\":0}");
    }

    private static void seed(String trait) throws IOException {
        Http.post(SANDBOX.control().resolve("/seed"), "application/json", "{\"traits\":[" + trait + "]}");
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "E01; 123T; 200",
                "E02; (1T OR 2T) AND NOT (3T); 200",
                "E02; (1t or 2T); 400",
                "E03; 1T and not 2T or (3T AND 7T); 200",
                "E04; frequency([1000T]) >= 1 AND frequency([1000T]) <= 5; 200",
                "E04; FREQUENCY ( [ 1T , 2T ] <= 5D ) >= 3; 200",
                "E05; frequency([1000T]) <= 5; 400",
                "E05; NOT 1T; 400",
                "E05; 1T OR NOT 2T; 400",
                "E06; frequency([1000T]) <= 5 AND 7T; 200",
                "E07; frequency([50T] <= 5D) >= 1; 400",
                "E07; frequency([1T,50T]) >= 1; 400",
                "E07; 50T; 200",
                "E08; frequency([1T] <= 0D) >= 1; 400",
                "E09; frequency([1T] == 5D) >= 1; 400",
                "E09; frequency([1T] > 5D) >= 1; 400",
                "E09; frequency([1T] >= 5D) >= 1; 200",
                "E10; frequency([1T] <= 5D) != 1; 400",
                "E10; frequency([1T] <= 5D) == 1; 200",
                "E11; frequency([1T] <= 5D); 400",
                "E11; frequency([]) >= 1; 400",
                "E12; 123; 400",
                "E12; T123; 400",
                "E12; 1T 2T; 400",
                "E12; (1T; 400",
                "E12; ``; 400",
                "E12; 77T; 400",
            })
    void a_segment_rule_is_judged(String number, String rule, int status) throws IOException {
        Rest rest = new Rest(SANDBOX);

        HttpResponse<String> answer = rest.post("/v1/segments/validate/", json("code", rule));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "E13; (c_make==\"A\") AND (c_model==\"B\"); 200",
                "E14; (a==\"1\" OR b==\"1\") AND (c==\"new\"); 200",
                "E15; c_url matcheswords \"big sale\"; 200",
                "E15; c_url likes \"x\"; 400",
                "E16; c_url contains \"sport\" AND NOT c_url endswith \".pdf\"; 200",
                "E16; c_url Contains \"sport\"; 200",
                "E17; c_id matchesregex \"^[A-Z]{2}\\d+$\"; 200",
                "E17; c_id matchesregex \"(\"; 400",
                "E18; 123 == \"x\"; 400",
                "E18; price!123 == 1; 400",
                "E18; 123price == 1; 200",
                "E18; c_price-123 == 1; 200",
                "E19; price == ; 400",
                "E19; (price == 1; 400",
                "E20; price => 5; 200",
                "E20; price >= -1.5; 200",
                "E21; a==\"1\" OR b==\"1\" AND c==\"1\"; 200",
            })
    void a_trait_rule_is_judged(String number, String rule, int status) throws IOException {
        Rest rest = new Rest(SANDBOX);

        HttpResponse<String> answer = rest.post("/v1/traits/validate", json("code", rule));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "E20; price => 5; {\"expressionName\":\">=\",\"name\":\"price\",\"value\":\"5\"}",
                "E21; a==\"1\" OR b==\"1\" AND NOT c==\"1\"; {\"expressionName\":\"or\",\"expr1\":{\"expressionName\":\"==\",\"name\":\"a\",\"value\":\"1\"},\"expr2\":{\"expressionName\":\"and\",\"expr1\":{\"expressionName\":\"==\",\"name\":\"b\",\"value\":\"1\"},\"expr2\":{\"expressionName\":\"not\",\"expr\":{\"expressionName\":\"==\",\"name\":\"c\",\"value\":\"1\"}}}}",
            })
    void the_tree_shows_how_a_trait_rule_was_read(String number, String rule, String tree) throws IOException {
        Rest rest = new Rest(SANDBOX);
        String body = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "name",
                        "T",
                        "traitType",
                        "RULE_BASED_TRAIT",
                        "traitRule",
                        rule,
                        "dataSourceId",
                        13701,
                        "folderId",
                        0));

        long sid = Http.json(rest.post("/v1/traits/", body)).path("sid").asLong();

        assertThat(rest.read("/v1/traits/" + sid + "?includeExprTree=true")
                        .path("expressionTree")
                        .toString())
                .isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "E02; (1T OR 2T) AND NOT (3T); {\"expressionName\":\"and\",\"expr1\":{\"expressionName\":\"or\",\"expr1\":{\"sid\":1},\"expr2\":{\"sid\":2}},\"expr2\":{\"expressionName\":\"not\",\"expr\":{\"sid\":3}}}",
                "E04; frequency([1T,2T] <= 5D) >= 3; {\"expressionName\":\">=\",\"value\":3,\"frequency\":{\"list\":[1,2],\"op\":\"<=\",\"value\":5,\"units\":\"D\"}}",
            })
    void the_tree_shows_how_a_segment_rule_was_read(String number, String rule, String tree) throws IOException {
        Rest rest = new Rest(SANDBOX);

        long sid = rest.segment(13701, rule, "");

        assertThat(rest.read("/v1/segments/" + sid + "?includeExprTree=true")
                        .path("expressionTree")
                        .toString())
                .isEqualTo(tree);
    }

    private static String json(String name, String value) throws IOException {
        return new ObjectMapper().writeValueAsString(Map.of(name, value));
    }
}
