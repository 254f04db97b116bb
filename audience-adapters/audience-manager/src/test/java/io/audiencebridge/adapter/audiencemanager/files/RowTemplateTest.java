// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which row templates can be read without doubt. */
final class RowTemplateTest {
    private static final DataSource VISITOR = DataSource.visitor(478);
    private static final DataSource DECLARED = DataSource.builder()
            .id(1111)
            .key(ReconciliationKey.Declared.builder().field("id").build())
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<UUID> <SEGMENT_LIST; separator=\",\"> <REMOVED_SEGMENT_LIST; separator=\",\">",
                "<DP_UUID> <SEGMENT_LIST;separator=\" \">",
                "<DP_UUID><TAB><SEGMENT_LIST:{seg|<seg.type>,<seg.sid>}; separator=\",\">",
                "<PID><TAB><UUID><TAB><DP_UUID><TAB><SET_ATTRIBUTES><TAB><OPT_OUT><TAB><SEGMENT_LIST:{seg|<seg.type>,<seg.alias>,<OUTPUT_ATTRIBUTE_VALUE>,<seg.lastUpdateTime>&}>",
                "<MCID><ASCII_SOH><SEGMENT_LIST; separator=COMMA><ASCII_SOH><REMOVED_SEGMENT_LIST; separator=COMMA><NEW_LINE>",
                "<DP_UUID><TAB><SEGMENT_LIST; separator=\"|\"><TAB><DP_UUID_LIST;separator=TAB>",
                "<DPUUIDS; format=\"dpids=1111,2222|maxMappings=0|format=json\"> <SEGMENT_LIST; separator=\",\">",
                "<MCID>,<if(SEGMENT_LIST)>in:<SEGMENT_LIST; separator=\";\"><endif><if(REMOVED_SEGMENT_LIST)>out:<REMOVED_SEGMENT_LIST; separator=\";\"><endif>",
                "<OPEN_CURLY_BRACKET>\"id\":\"<MCID>\",\"in\":[<SEGMENT_LIST:{seg|\"<seg.sid>\"}; separator=\",\">]<CLOSE_CURLY_BRACKET>",
                "<MCID> <SEGMENT_LIST; separator=\",\"> <TRAIT_LIST;separator=\"|\">\n"
            })
    void templates_of_the_documents_and_their_like_are_read(String template) {
        assertThat(RowTemplate.of(template).get().shapes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "<DP_UUID> <WHATEVER> ~ <WHATEVER> is no macro of a row",
                "<DP_UUID> <SEGMENT_LIST; separator=\",\" ~ has no closing >",
                "<DP_UUID> <1> ~ <1> is no macro",
                "<DP_UUID> <SEGMENT_LIST; separator=','> ~ options of",
                "<DP_UUID><SEGMENT_LIST; separator=\",\"> ~ nothing stands between DP_UUID and SEGMENT_LIST",
                "<DP_UUID> <SEGMENT_LIST; separator=\",\"><REMOVED_SEGMENT_LIST; separator=\",\"> ~ nothing stands between SEGMENT_LIST and REMOVED",
                "<DP_UUID> <SEGMENT_LIST; separator=\" \"> <REMOVED_SEGMENT_LIST; separator=\" \"> ~ ' ' stands behind SEGMENT_LIST",
                "<DP_UUID> <SEGMENT_LIST:{seg|<seg.type> <seg.sid>}; separator=\",\"> x ~ ' ' stands behind SEGMENT_LIST",
                "<DP_UUID> <SEGMENT_LIST> ~ run into each other",
                "<DP_UUID> <SEGMENT_LIST:{seg|<seg.type>}; separator=\",\"> ~ neither seg.sid nor seg.alias",
                "<DP_UUID> <SEGMENT_LIST:{seg|<seg.type><seg.sid>}; separator=\",\"> ~ nothing stands between type and sid",
                "<DP_UUID> <SEGMENT_LIST:{seg|<seg.colour>}; separator=\",\"> ~ seg.colour",
                "<DP_UUID> <SEGMENT_LIST:{<seg.sid>}; separator=\",\"> ~ has no variable",
                "<DP_UUID> <REMOVED_SEGMENT_LIST; separator=\",\"> ~ no <SEGMENT_LIST>",
                "<PID> <SEGMENT_LIST; separator=\",\"> ~ without an id",
                "<DP_UUID> <if(SEGMENT_LIST)><SEGMENT_LIST; separator=\",\"> ~ has no <endif>",
                "<DP_UUID> <SEGMENT_LIST; separator=\",\"><endif> ~ outside a condition",
                "<DP_UUID> <if(OPT_OUT)>x<endif><SEGMENT_LIST; separator=\",\"> ~ asks for something else",
                "<DP_UUID> <if(SEGMENT_LIST)><SEGMENT_LIST; separator=\",\"><else><REMOVED_SEGMENT_LIST; separator=\",\"><endif> ~ looks like one of somebody who is in",
                "<DPUUIDS> <SEGMENT_LIST; separator=\",\"> ~ needs format",
                "<DP_UUID><NEW_LINE><SEGMENT_LIST; separator=\",\"> ~ several lines",
                "<DP_UUID> <DP_UUID_LIST;separator=TAB><TAB><SEGMENT_LIST; separator=\",\"> ~ stands behind DP_UUID_LIST"
            })
    void a_template_that_leaves_a_doubt_is_refused_with_the_reason(String template, String reason) {
        assertThat(RowTemplate.of(template).getLeft().message())
                .contains("the row template cannot be read")
                .contains(reason);
    }

    /** Its lists stand side by side, and the comma between them separates elements too: the documents' own sample for one partner. */
    @Test
    void the_documents_sample_with_two_lists_in_one_array_is_refused() {
        String sample =
                "{\"TDID\":\"<DP_UUID>\",\"Data\":[<SEGMENT_LIST:{seg|<OPEN_CURLY_BRACKET>\"Name\":\"<seg.alias>\"<CLOSE_CURLY_BRACKET>}; separator=\",\"><if(SEGMENT_LIST && REMOVED_SEGMENT_LIST)><COMMA><endif><REMOVED_SEGMENT_LIST:{seg|<OPEN_CURLY_BRACKET>\"Name\":\"<seg.alias>\",\"TtlInMinutes\":0<CLOSE_CURLY_BRACKET>}; separator=\",\">]}";

        assertThat(RowTemplate.of(sample).getLeft().message()).contains("',' stands behind SEGMENT_LIST");
    }

    /** SEMANTICS S9. */
    @Test
    void a_visitor_data_source_needs_rows_with_experience_cloud_ids() {
        RowTemplate own =
                RowTemplate.of("<UUID> <SEGMENT_LIST; separator=\",\">").get();
        RowTemplate both =
                RowTemplate.of("<UUID> <MCID> <SEGMENT_LIST; separator=\",\">").get();

        assertThat(RowIds.of(own, VISITOR).getLeft().message()).contains("478", "<MCID>", "<UUID>");
        assertThat(RowIds.of(both, VISITOR).get()).isEqualTo("MCID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "<DP_UUID> <DPUUIDS; format=\"dpids=1111,2222|maxMappings=0|format=json\"> ~ DPUUIDS",
                "<DP_UUID> <DPUUIDS; format=\"dpids=2222|maxMappings=0|format=json\"> ~ DP_UUID",
                "<DP_UUID_LIST;separator=\"|\"> ~ DP_UUID_LIST",
                "<UUID> <DP_UUID> ~ DP_UUID"
            })
    void a_declared_data_source_takes_the_macro_that_gives_its_ids(String ids, String macro) {
        RowTemplate template =
                RowTemplate.of(ids.strip() + " <SEGMENT_LIST; separator=\",\">").get();

        assertThat(RowIds.of(template, DECLARED).get()).isEqualTo(macro);
    }

    @Test
    void a_declared_data_source_is_not_read_from_visitor_ids() {
        RowTemplate template =
                RowTemplate.of("<MCID> <SEGMENT_LIST; separator=\",\">").get();

        assertThat(RowIds.of(template, DECLARED).getLeft().message()).contains("<DP_UUID>", "1111");
    }
}
