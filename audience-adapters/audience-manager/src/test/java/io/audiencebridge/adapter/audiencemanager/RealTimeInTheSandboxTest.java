// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AuthenticationState;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.IdSync;
import io.audiencebridge.adapter.audiencemanager.client.OptOut;
import io.audiencebridge.adapter.audiencemanager.client.VisitorCall;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real-time client against servers that were written from the documentation alone. */
class RealTimeInTheSandboxTest {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final AudienceManagerConnectorFactory factory = new AudienceManagerConnectorFactory();
    private final TestContext context = new TestContext(Either.right(new TestTokens()), Map.of(), sandbox.clock());
    private final DataCollection client = client("acme.demdex.net");
    private final DeclaredId person =
            DeclaredId.of(sandbox.audienceManagerData().declaredDataSourceId(), "CRM1");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_person_is_linked_seen_again_and_opted_out_everywhere() {
        EventAnswer.Taken first = taken(EventCall.builder()
                .addDeclaredIds(person.in(AuthenticationState.AUTHENTICATED))
                .region(9));
        sandbox.clock().advance(Duration.ofSeconds(1));
        EventAnswer.Taken second =
                taken(EventCall.builder().addDeclaredIds(person).signal("c_a", "1"));
        var report = client.optOut(OptOut.of(person), CallOptions.standard()).get();
        sandbox.clock().advance(Duration.ofSeconds(1));
        EventAnswer third = client.send(
                        EventCall.builder().addDeclaredIds(person).build(), CallOptions.standard())
                .get();

        assertThat(first.region()).contains(9);
        assertThat(second.uuid()).isEqualTo(first.uuid());
        assertThat(second.region()).contains(9);
        assertThat(report.complete()).isTrue();
        assertThat(report.regions()).hasSize(8);
        assertThat(third).isInstanceOf(EventAnswer.OptedOut.class);
    }

    @Test
    void an_id_that_is_sent_too_often_is_blocked_and_then_left_alone() {
        EventCall event = EventCall.builder().addDeclaredIds(person).build();
        Either<BridgeError, EventAnswer> answer = client.send(event, CallOptions.standard());
        for (int i = 0; i < 150 && answer.isRight(); i++) {
            answer = reckless().send(event, CallOptions.standard());
        }
        sandbox.clock().advance(Duration.ofMinutes(2));

        BridgeError blocked = client.send(event, CallOptions.standard()).getLeft();
        BridgeError remembered = client.send(event, CallOptions.standard()).getLeft();

        assertThat(answer.getLeft().incident().codes()).containsExactly("303");
        assertThat(blocked).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(remembered).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_visitor_is_asked_for_and_a_pixel_is_synced() {
        var visitor = client.visitor(
                        VisitorCall.builder()
                                .organisation(new ImsOrgId(sandbox.orgId()))
                                .build(),
                        CallOptions.standard())
                .get();
        var synced = client.sync(
                        IdSync.builder()
                                .dataSource(person.dataSource().getAsLong())
                                .id("a+b")
                                .redirect("https://x.example/?u=${DD_UUID}")
                                .build(),
                        CallOptions.standard())
                .get();

        assertThat(visitor.ecid()).isPresent();
        assertThat(visitor.syncAgainAfter()).contains(Duration.ofDays(7));
        assertThat(synced.uuid()).isPresent();
        assertThat(synced.redirect())
                .contains("https://x.example/?u=" + synced.uuid().get().digits());
    }

    @Test
    void a_host_without_a_company_is_refused_with_its_code() {
        EventCall event = EventCall.builder().signal("c_a", "1").build();

        BridgeError error =
                client("nobody.demdex.net").send(event, CallOptions.standard()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(error.incident().codes()).containsExactly("1");
    }

    @Test
    void without_settings_there_is_no_real_time() {
        var connector = factory.connect(settings().build(), context).get();

        assertThat(connector.ability(DataCollection.class).isEmpty()).isTrue();
    }

    @Test
    void every_mistake_in_the_settings_is_told() {
        var wrong = DataCollectionSettings.builder()
                .alias("acme.demdex.net")
                .uri(URI.create("ftp://acme.demdex.net"))
                .regions(Map.of())
                .idInterval(Duration.ofSeconds(-1))
                .idCallsPerMinute(0)
                .rememberedIds(0)
                .build();

        BridgeError error = factory.connect(settings().dataCollection(wrong).build(), context)
                .getLeft();
        BridgeError alias = factory.connect(
                        settings()
                                .dataCollection(DataCollectionSettings.of("acme/"))
                                .build(),
                        context)
                .getLeft();

        assertThat(((BridgeError.InvalidRequest) error).violations().map(found -> found.subject()))
                .containsExactly(
                        "audienceManager.dataCollection.uri",
                        "audienceManager.dataCollection.regions",
                        "audienceManager.dataCollection.idInterval",
                        "audienceManager.dataCollection.idCallsPerMinute",
                        "audienceManager.dataCollection.rememberedIds");
        assertThat(alias.message()).contains("'acme/' is no host's name");
    }

    private EventAnswer.Taken taken(EventCall.Builder event) {
        return (EventAnswer.Taken)
                client.send(event.build(), CallOptions.standard()).get();
    }

    private DataCollection client(String alias) {
        return connected(real(alias));
    }

    /** One that minds no rate. */
    private DataCollection reckless() {
        return connected(real("acme.demdex.net").idInterval(Duration.ZERO).idCallsPerMinute(1_000));
    }

    private DataCollection connected(DataCollectionSettings.Builder real) {
        return factory.connect(settings().dataCollection(real.build()).build(), context)
                .get()
                .ability(DataCollection.class)
                .get();
    }

    private AudienceManagerSettings.Builder settings() {
        return AudienceManagerSettings.builder().uri(sandbox.audienceManager());
    }

    private DataCollectionSettings.Builder real(String alias) {
        Map<Integer, URI> regions = new TreeMap<>();
        for (int region : new int[] {3, 4, 6, 7, 8, 9, 11, 12}) {
            regions.put(region, sandbox.dcs(region));
        }
        return DataCollectionSettings.builder()
                .alias(alias)
                .uri(sandbox.dcs())
                .regions(regions)
                .idService(sandbox.dcs());
    }
}
