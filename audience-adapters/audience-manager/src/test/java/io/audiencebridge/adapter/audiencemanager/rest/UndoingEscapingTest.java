// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that ignores {@code AAM-Disable-Escaping-HTML}. */
class UndoingEscapingTest {
    private final RestBench bench = new RestBench();

    UndoingEscapingTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "frequency([1T]) &gt;= 3 | frequency([1T]) >= 3",
                "a &lt; b &amp;&amp; c   | a < b && c",
                "&quot;x&quot; &#39;y&#39; &#x27;z&apos; &#34; | \"x\" 'y' 'z' \"",
                "&amp;amp;               | &amp;",
                "nothing to undo         | nothing to undo",
                "a > b &amp; c           | a > b &amp; c",
                "R&D &amp; more          | R&D &amp; more",
                "&nbsp;&gt;              | &nbsp;&gt;"
            })
    void entities_are_undone_unless_a_plain_character_shows_that_there_are_none(String answered, String meant) {
        var answer = RestBench.json("{}").deepCopy();
        ((ObjectNode) answer).put("rule", answered);

        assertThat(Escaping.undone(answer).get("rule").textValue()).isEqualTo(meant);
    }

    @Test
    void one_plain_text_anywhere_in_the_answer_speaks_for_all() {
        var answer = RestBench.json("{'list':[{'name':'a &amp; b'},{'name':'c < d'}]}");

        assertThat(Escaping.undone(answer))
                .isEqualTo(RestBench.json("{'list':[{'name':'a &amp; b'},{'name':'c < d'}]}"));
    }

    @Test
    void what_was_escaped_is_sent_back_plain() {
        bench.answers(
                        "GET /v1/segments/7",
                        200,
                        "{'sid':7,'name':'a &amp; b','segmentRule':'frequency([1T]) &gt;= 3','dataSourceId':5,'tags':['&lt;x&gt;']}")
                .answers("PUT /v1/segments/7", 200, "{'sid':7}");

        bench.client
                .segments()
                .edit(
                        7,
                        segment ->
                                SegmentDraft.builder().from(segment).folderId(3).build(),
                        RestBench.OPTIONS);

        assertThat(bench.bodies("PUT /v1/segments/7"))
                .containsExactly(
                        RestBench.json(
                                "{'sid':7,'name':'a & b','segmentRule':'frequency([1T]) >= 3','dataSourceId':5,'tags':['<x>'],'folderId':3}"));
    }
}
