// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema describes the JSON of every kind, all of it. */
class DescribingJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<String> samples() {
        return Samples.all().keySet().toJavaStream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_report_is_as_the_schema_says(String sample) {
        String json = json(Samples.all().get(sample).get());

        assertThat(json).endsWith("}\n").doesNotContain("\u0000", "\u001B");
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_key_is_named_in_the_schema(String sample) throws IOException {
        Set<String> names = new TreeSet<>();
        named(MAPPER.readTree(json(Samples.all().get(sample).get())), names);
        names.remove("formatErrors"); // a reason of the system's own

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(text()).contains("\"" + name + "\""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_report_that_lacks_what_its_kind_needs_is_refused(String sample) throws IOException {
        ObjectNode whole =
                (ObjectNode) MAPPER.readTree(json(Samples.all().get(sample).get()));
        String needed = whole.get("kind").asText().equals("journey") ? "runs" : "subject";

        for (String key : new String[] {needed, "kind", "version"}) {
            ObjectNode less = whole.deepCopy();
            less.remove(key);
            assertThat(schema().validate(less)).as("without " + key).isNotEmpty();
        }
        assertThat(schema().validate(whole.deepCopy().put("version", 2))).isNotEmpty();
        assertThat(schema().validate(whole.deepCopy().put("kind", "novel"))).isNotEmpty();
    }

    @Test
    void the_names_that_were_there_before_are_where_they_were() throws IOException {
        JsonNode before = MAPPER.readTree(
                new JsonReport().write(Samples.journey().receipts()).get());
        JsonNode now = MAPPER.readTree(json(Samples.journey()));

        before.fieldNames().forEachRemaining(name -> assertThat(now.get(name)).isEqualTo(before.get(name)));
    }

    private static void named(JsonNode node, Set<String> names) {
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        node.forEach(child -> named(child, names));
    }

    private static String json(Report report) {
        return new BundledReportFactory().write(report, ReportFormat.JSON).get();
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(), InputFormat.JSON);
    }

    private static String text() {
        try (InputStream in = BundledReportFactory.class.getResourceAsStream("report.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
