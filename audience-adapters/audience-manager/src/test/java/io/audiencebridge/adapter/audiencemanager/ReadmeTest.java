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
import io.audiencebridge.adapter.audiencemanager.client.OptOut;
import io.audiencebridge.adapter.audiencemanager.client.OptOutReport;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule;
import io.audiencebridge.adapter.audiencemanager.client.TraitKind;
import io.audiencebridge.adapter.audiencemanager.client.TraitKinds;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled here, and it does what the README says. */
class ReadmeTest {
    @Test
    void rules_that_are_checked() {
        TraitKinds kinds = TraitKinds.of(HashMap.of(1L, TraitKind.RULE_BASED, 2L, TraitKind.ONBOARDED));
        SegmentRule rule = SegmentRule.valid("(1T OR 2T) AND frequency([1T] <= 5D) >= 3", kinds)
                .get();
        String why = SegmentRule.valid("1T AND frequency([2T] <= 5D) >= 3", kinds)
                .getLeft()
                .message();
        TraitRule trait =
                TraitRule.valid("c_price => 5 AND NOT c_url endswith \".pdf\"").get();

        assertThat(rule.text()).isEqualTo("(1T OR 2T) AND frequency([1T] <= 5D) >= 3");
        assertThat(why)
                .isEqualTo("segmentRule: column 19: frequency needs a rule-based trait of one's own, or a folder's");
        assertThat(trait.text()).isEqualTo("c_price >= 5 AND NOT (c_url endswith \".pdf\")");
    }

    @Test
    void settings_for_real_time() {
        var settings = AudienceManagerSettings.builder()
                .dataCollection(DataCollectionSettings.of("acme.demdex.net"))
                .build();

        assertThat(SettingsCheck.of(settings)).isEmpty();
    }

    @Test
    void an_event_and_an_opt_out() throws Exception {
        try (var api = new ScriptedApi()) {
            api.answers("GET /event", 200, "{'uuid':'22920112968019678612904394744954398990'}");
            api.answers("GET /demoptout.jpg", 200, "{}");
            DataCollection collection = collection(api);

            DeclaredId person = DeclaredId.of(813, "CRM1").in(AuthenticationState.AUTHENTICATED);
            EventAnswer answer = collection
                    .send(
                            EventCall.builder()
                                    .addDeclaredIds(person)
                                    .signal("c_product", "42")
                                    .build(),
                            CallOptions.standard())
                    .get();
            OptOutReport report =
                    collection.optOut(OptOut.of(person), CallOptions.standard()).get();
            boolean stands = report.complete();

            assertThat(answer).isInstanceOf(EventAnswer.Taken.class);
            assertThat(stands).isTrue();
        }
    }

    private static DataCollection collection(ScriptedApi api) {
        var real = DataCollectionSettings.builder()
                .alias("acme.demdex.net")
                .uri(api.uri())
                .regions(Map.of(7, api.uri()))
                .build();
        var settings = AudienceManagerSettings.builder()
                .uri(api.uri())
                .dataCollection(real)
                .build();
        var context = new TestContext(Either.right(new TestTokens()), Map.of(), () -> Instant.EPOCH);
        return new AudienceManagerConnectorFactory()
                .connect(settings, context)
                .get()
                .ability(DataCollection.class)
                .get();
    }
}
