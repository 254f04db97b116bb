// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden cases D10 and D17, and what lies around them. */
class OptingOutTest {
    private static final String VISITOR = "22920112968019678612904394744954398990";

    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final Dcs dcs = Dcs.of(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demoptout.jpg?d_cid=13702%01987",
                "/demoptout?d_cid_ic=AdobeCampaignID%01987",
                "/demoptout.jpg?d_dpuuid=987&d_dpid=13702",
                "/demoptout.jpg?d_uuid=22920112968019678612904394744954398990",
            })
    void d17_who_opted_out_has_no_id_any_more_but_error_171(String target) throws IOException {
        dcs.event("d_uuid=" + VISITOR + "&d_cid=13702%01987");

        Dcs.Reply done = dcs.get(target);
        Dcs.Reply after = dcs.event("d_cid=13702%01987%011");
        Dcs.Reply device = dcs.event("d_uuid=" + VISITOR);
        Dcs.Reply picture = dcs.get("/event?d_uuid=" + VISITOR);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.header("X-Error")).isEmpty();
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.errors()).containsExactly(171);
        assertThat(after.json().has("uuid")).isFalse();
        assertThat(device.errors()).containsExactly(171);
        assertThat(picture.header("X-Error")).hasValue("171");
    }

    @Test
    void d10_or_an_empty_object_if_the_other_section_of_the_page_is_right() throws IOException {
        dcs.get("/demoptout.jpg?d_uuid=" + VISITOR);
        Http.post(sandbox.control().resolve("/settings"), "application/json", "{\"dcs\":{\"optOutAnswer\":\"empty\"}}");

        Dcs.Reply after = dcs.event("d_uuid=" + VISITOR);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).isEqualTo("{}");
    }

    @Test
    void an_opt_out_does_not_cross_regions() throws IOException {
        dcs.get("/usw2.demdex.net/demoptout.jpg?d_uuid=" + VISITOR);

        assertThat(dcs.get("/usw2.demdex.net/event?d_rtbd=json&d_uuid=" + VISITOR)
                        .errors())
                .containsExactly(171);
        assertThat(dcs.event("d_uuid=" + VISITOR).errors()).isEmpty();
    }

    @Test
    void who_opted_out_leaves_every_segment_and_enters_none() throws IOException {
        Rest rest = new Rest(sandbox);
        long trait = Http.json(rest.post("/v1/traits/", """
                {"name":"T","traitType":"RULE_BASED_TRAIT","dataSourceId":13701,"folderId":0,"traitRule":"c_a==1"}""")).path("sid").asLong();
        String segment = Long.toString(rest.segment(13701, trait + "T", ""));
        sandbox.clock().advance(Duration.ofHours(4));
        dcs.event("c_a=1&d_uuid=" + VISITOR);
        int before = sandbox.audienceManagerData().members(segment, 13701).size();

        dcs.get("/demoptout.jpg?d_uuid=" + VISITOR);
        dcs.event("c_a=1&d_uuid=" + VISITOR);

        assertThat(before).isOne();
        assertThat(sandbox.audienceManagerData().members(segment, 13701)).isEmpty();
    }

    @Test
    void a_browser_that_opted_out_of_everything_says_so_by_its_cookies() throws IOException {
        Dcs.Reply done = Dcs.at(sandbox, "www.demdex.net")
                .header("Cookie: demdex=" + VISITOR)
                .get("/demoptout.jpg");
        Dcs.Reply after = Dcs.of(sandbox).header("Cookie: demdex=NOTARGET").event("c_a=1");

        assertThat(done.all("Set-Cookie"))
                .hasSize(2)
                .anyMatch(cookie -> cookie.startsWith("demdex=NOTARGET"))
                .anyMatch(cookie -> cookie.startsWith("dextp=NOTARGET"));
        assertThat(after.errors()).containsExactly(171);
        assertThat(after.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_wrong_id_opts_nobody_out_and_is_told() throws IOException {
        assertThat(dcs.get("/demoptout.jpg?d_uuid=1").header("X-Error")).hasValue("102");
        assertThat(dcs.get("/demoptout.jpg?d_cid=99%01x").header("X-Error")).hasValue("302,104");
        assertThat(Dcs.at(sandbox, "nobody.demdex.net")
                        .get("/demoptout.jpg?d_uuid=" + VISITOR)
                        .header("X-Error"))
                .hasValue("1");
    }
}
