// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import static io.audiencebridge.adapter.experienceplatform.PlatformBench.AUDIENCES;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.OPTIONS;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.VIP;
import static io.audiencebridge.adapter.experienceplatform.PlatformBench.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experienceplatform.client.AudienceDraft;
import io.audiencebridge.adapter.experienceplatform.client.AudienceOutcome;
import io.audiencebridge.adapter.experienceplatform.client.PatchStep;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingForAudiencesTest {
    private static final ConnectionName CONNECTION = ConnectionName.of(ExperiencePlatformSettings.SYSTEM);
    private static final String SAMPLE = "{'id':'" + VIP + "','audienceId':'" + VIP
            + "','name':'VIP','description':'Buyers','type':'SegmentDefinition','namespace':'AEPSegments','lifecycleState':'published',"
            + "'expression':{'type':'PQL','format':'pql/text','value':'x = 1'},'labels':['core/C1'],'creationTime':1650374572000,"
            + "'updateEpoch':1650374573,'_etag':'\\'33120d7c\\''}";

    private final PlatformBench bench = new PlatformBench();
    private final PlatformAudiences audiences = bench.client(PlatformAudiences.class);
    private final AudienceCatalog catalog = bench.client(AudienceCatalog.class);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void an_audience_is_read_as_the_page_shows_it() {
        bench.api.answers("GET " + AUDIENCES + "/" + VIP, 200, SAMPLE);

        PlatformAudience found = audiences.find(VIP, OPTIONS).get().get();

        assertThat(found.name()).isEqualTo("VIP");
        assertThat(found.expression()).contains("x = 1");
        assertThat(found.labels()).containsExactly("core/C1");
        assertThat(found.updated()).contains(Instant.ofEpochSecond(1650374573));
        assertThat(found.etag()).contains("\"33120d7c\"");
        assertThat(audiences.find("gone", OPTIONS).get()).isEmpty();
    }

    @Test
    void many_are_asked_for_at_once_and_each_has_its_outcome() {
        bench.api.answers(
                "POST " + AUDIENCES + "/bulk-get",
                207,
                "{'results':{'" + VIP + "':" + SAMPLE
                        + ",'b':{'errors':{'404':[{'code':'UPAPI-1','message':'Not there'}]},'status':404},"
                        + "'c':{'errors':{'403':[{'code':'UPAPI-113752-403','message':'No'}]}}}}");

        Seq<AudienceOutcome> all = audiences
                .findAll(List.of(VIP, "b", "c", "left-out", VIP), OPTIONS)
                .get();

        assertThat(body(bench.last()).path("ids")).hasSize(4);
        assertThat(all.map(AudienceOutcome::id)).containsExactly(VIP, "b", "c", "left-out");
        assertThat(all.get(0).outcome().get().name()).isEqualTo("VIP");
        assertThat(all.get(1).outcome().getLeft()).isInstanceOf(BridgeError.NotFound.class);
        assertThat(all.get(2).outcome().getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
        assertThat(all.get(3).outcome().getLeft()).isInstanceOf(BridgeError.NotFound.class);
    }

    @Test
    void an_audience_of_platform_is_created_from_its_expression() {
        bench.api.answers("POST " + AUDIENCES, 200, SAMPLE);

        audiences
                .create(
                        AudienceDraft.builder()
                                .name("VIP")
                                .pql("x = 1")
                                .addLabels("core/C1")
                                .build(),
                        OPTIONS)
                .get();

        assertThat(body(bench.last()).toString())
                .isEqualTo(
                        "{\"name\":\"VIP\",\"profileInstanceId\":\"ups\",\"description\":\"\",\"type\":\"SegmentDefinition\","
                                + "\"expression\":{\"type\":\"PQL\",\"format\":\"pql/text\",\"value\":\"x = 1\"},"
                                + "\"schema\":{\"name\":\"_xdm.context.profile\"},\"labels\":[\"core/C1\"]}");
    }

    @Test
    void an_external_audience_is_created_from_its_own_id() {
        bench.api.answers("POST " + AUDIENCES, 200, SAMPLE);

        audiences
                .create(
                        AudienceDraft.builder()
                                .name("Ext")
                                .audienceId("ext-1")
                                .datasetId("d")
                                .flow("f")
                                .build(),
                        OPTIONS)
                .get();

        assertThat(body(bench.last()).toString())
                .contains("\"audienceId\":\"ext-1\"", "\"type\":\"ExternalSegment\"", "\"namespace\":\"aam\"")
                .contains("\"linkedAudienceRef\":{\"flowId\":\"f\"}");
        assertThat(audiences
                        .create(AudienceDraft.builder().name("").build(), OPTIONS)
                        .getLeft())
                .isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void an_audience_is_changed_and_deleted() {
        bench.api.answers("PATCH " + AUDIENCES + "/" + VIP, 200, SAMPLE);
        bench.api.answers("DELETE " + AUDIENCES + "/" + VIP, 204, "");

        audiences
                .patch(VIP, List.of(PatchStep.replace("/name", "\"VIP\"")), OPTIONS)
                .get();

        assertThat(body(bench.last()).toString())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"VIP\"}]");
        assertThat(audiences.delete(VIP, OPTIONS).get()).isTrue();
        assertThat(audiences.delete("gone", OPTIONS).get()).isFalse();
    }

    @Test
    void the_catalog_shows_audiences_newest_first_and_goes_on_where_it_stopped() {
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[" + SAMPLE + "],'_page':{'totalCount':2,'next':'1'}}");
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[{'id':'2','name':'Gold'}],'_page':{'totalCount':2}}");

        AudiencePage first = browse(AudienceQuery.builder());
        AudiencePage second = browse(AudienceQuery.builder().page(first.next()));

        assertThat(first.audiences().single()).isInstanceOf(Audience.PlatformAudience.class);
        assertThat(first.audiences().single().title()).isEqualTo("VIP");
        assertThat(first.audiences().single().details().source()).isEqualTo("AEPSegments");
        assertThat(first.audiences().single().ref()).isEqualTo(new AudienceRef(CONNECTION, VIP));
        assertThat(second.audiences().single().title()).isEqualTo("Gold");
        assertThat(second.next()).isEmpty();
        assertThat(bench.last().getUrl().queryParameter("sort")).isEqualTo("updateTime:desc");
        assertThat(bench.last().getUrl().queryParameter("limit")).isEqualTo("50");
    }

    @Test
    void the_catalog_searches_by_name_and_looks_once_more_itself() {
        bench.api.answers("GET " + AUDIENCES, 200, "{'children':[" + SAMPLE + ",{'id':'2','name':'Gold'}]}");

        AudiencePage page = browse(AudienceQuery.builder().search("vip"));

        assertThat(page.audiences().map(Audience::title)).containsExactly("VIP");
        assertThat(bench.last().getUrl().queryParameter("name")).isEqualTo("vip");
    }

    @Test
    void the_catalog_finds_one_or_says_that_there_is_none() {
        bench.api.answers("GET " + AUDIENCES + "/" + VIP, 200, SAMPLE);

        assertThat(catalog.find(new AudienceRef(CONNECTION, VIP), ScriptedApi.call())
                        .get()
                        .title())
                .isEqualTo("VIP");
        assertThat(catalog.find(new AudienceRef(CONNECTION, "gone"), ScriptedApi.call())
                        .getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
    }

    private AudiencePage browse(AudienceQuery.Builder query) {
        return catalog.browse(query.connection(CONNECTION).build(), ScriptedApi.call())
                .get();
    }
}
