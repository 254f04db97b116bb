// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskingForSchemasTest {
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
    @ValueSource(
            strings = {
                "xtk:session", "xtk:queryDef", "xtk:workflow", "xtk:workflowLog", "xtk:option", "xtk:folder",
                "xtk:counter", "xtk:fileRes", "nms:recipient", "nms:group", "nms:rcpGrpRel", "nms:trackingLogRcp",
                "nms:extAccount", "nms:amcDataSource"
            })
    void a_schema_is_served_with_its_digest(String schema) {
        String document = entity(schema, "", true);

        assertThat(document)
                .containsPattern("<schema lastModified='[^']*' md5='[0-9A-F]{32}' namespace='" + schema.split(":", 2)[0]
                        + "' name='" + schema.split(":", 2)[1] + "'");
    }

    @ParameterizedTest
    @EnumSource(value = Schema.class, mode = EnumSource.Mode.EXCLUDE, names = "OWN_TABLE")
    void a_schema_names_every_column_and_link_that_can_be_queried(Schema schema) {
        List<String> names = Soap.all("<(?:attribute|element) name='([^']*)'", entity(schema.id(), "", true));

        assertThat(names)
                .containsAll(schema.columns().stream()
                        .map(column -> column.substring(column.indexOf('/') + 1).replace("@", ""))
                        .toList())
                .containsAll(schema.links().keySet())
                .containsAll(schema.collections().keySet());
    }

    @Test
    void an_option_that_was_written_is_told_too() {
        sandbox.campaignServer().release("8.4.2", 9359);
        String time = Soap.first("time='([^']*)'", changes("<cache><o:option xmlns:o='urn:xtk:option'/></cache>"));
        sandbox.clock().advance(Duration.ofMinutes(1));
        soap.write("<option xtkschema='xtk:option' _key='@name' name='mine' dataType='3' longValue='7'/>");

        String changed = changes("<cache buildNumber='9359' lastModified='"
                + sandbox.clock().instant().minusSeconds(30) + "'><o:option xmlns:o='urn:xtk:option'/></cache>");

        assertThat(time).isNotEmpty();
        assertThat(Soap.all(" pk='([^']*)'", changed)).containsExactly("xtk:option|mine");
    }

    @Test
    void whoever_has_the_newest_schema_is_answered_nothing() {
        String md5 = Soap.first("md5='([0-9A-F]{32})'", entity("nms:group", "", true));

        assertThat(entity("nms:group", md5, true)).doesNotContain("<schema").contains("<pdomDoc");
        assertThat(entity("nms:group", "0".repeat(32), true)).contains("<schema");
    }

    @Test
    void an_unknown_schema_is_a_fault_only_if_it_must_exist() {
        assertThat(entity("nms:shoe", "", false)).doesNotContain("Fault").contains("<pdomDoc");
        assertThat(entity("nms:shoe", "", true)).contains("XFR-180000");
        assertThat(entity("../secret", "", true)).contains("XFR-180000");
    }

    @Test
    void a_server_before_8_4_cannot_tell_what_changed() {
        assertThat(changes("<cache><s:schema xmlns:s='urn:xtk:schema'/></cache>"))
                .contains("SOP-330006 The method &apos;GetModifiedEntities&apos;");
    }

    @Test
    void a_later_server_tells_what_changed_since_it_was_last_asked() {
        sandbox.campaignServer().release("8.4.2", 9359);
        String first = changes("<cache><s:schema xmlns:s='urn:xtk:schema'/></cache>");
        String time = Soap.first("time='([^']*)'", first);
        sandbox.clock().advance(Duration.ofMinutes(1));
        sandbox.campaignServer().schemaChanged("nms:group");

        String second = changes(
                "<cache buildNumber='9359' lastModified='" + time + "'><s:schema xmlns:s='urn:xtk:schema'/></cache>");
        String options = changes(
                "<cache buildNumber='9359' lastModified='" + time + "'><o:option xmlns:o='urn:xtk:option'/></cache>");

        assertThat(first).contains("buildNumber='9359'").doesNotContain("entityCache");
        assertThat(Soap.all(" pk='([^']*)'", second)).containsExactly("xtk:schema|nms:group");
        assertThat(options).doesNotContain("xtk:schema|");
    }

    @Test
    void a_caller_that_knew_another_build_is_told_to_forget_everything() {
        sandbox.campaignServer().release("8.4.2", 9360);

        assertThat(changes("<cache buildNumber='9359' lastModified='2026-01-01T00:00:00Z'>"
                        + "<s:schema xmlns:s='urn:xtk:schema'/></cache>"))
                .contains("emptyCache='true'");
    }

    @Test
    void a_changed_schema_has_another_digest() {
        String before = Soap.first("md5='([0-9A-F]{32})'", entity("nms:group", "", true));

        sandbox.campaignServer().schemaChanged("nms:group");

        assertThat(Soap.first("md5='([0-9A-F]{32})'", entity("nms:group", "", true)))
                .isNotEqualTo(before);
    }

    @Test
    void only_a_schema_that_exists_can_change() {
        assertThatThrownBy(() -> sandbox.campaignServer().schemaChanged("nms:shoe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nms:shoe");
    }

    private String entity(String schema, String md5, boolean mustExist) {
        return soap.call(
                        "xtk:persist|xtk:session#GetEntityIfMoreRecent",
                        "<pk>xtk:schema|" + schema + "</pk><md5>" + md5 + "</md5><mustExist>" + mustExist
                                + "</mustExist>")
                .body();
    }

    private String changes(String cache) {
        return soap.call("xtk:session#GetModifiedEntities", "<cacheEntities>" + cache + "</cacheEntities>")
                .body();
    }
}
