// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.ExplainRequest.Person;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.diagnosis.Explanation.Verdict;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.sandbox.SeedRecipient;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why somebody is, or is not, in an audience or a list, by a live look-up; the answer goes to the caller alone. What is logged, NothingLeaksTest reads. */
final class ExplainingMembersTest {
    private static final String AUDIENCE = "Explained";
    private static final String LIST = "Explained, back";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void each_person_of_a_shared_audience_is_told_as_it_is(KeyKind kind) throws Exception {
        List<SeedRecipient> people = People.withoutSharedKeys(40);
        try (Journey journey = new Journey(people, home)) {
            DataSource source = kind.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            AudienceRef audience = journey.audienceTitled(AUDIENCE);

            Explanation early = explain(journey, audience, source, "1");
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Explanation in = PreviewingTest.silently(journey, () -> explain(journey, audience, source, "1"), home);
            Explanation keyless = explain(journey, audience, source, "10");
            Explanation optedOut = explain(journey, audience, source, "17");
            Explanation malformed = explain(journey, audience, source, "19");

            assertThat(early.verdict()).isEqualTo(Verdict.ON_THE_WAY);
            assertThat(in.verdict()).isEqualTo(Verdict.IN);
            assertThat(List.of(keyless.verdict(), optedOut.verdict(), malformed.verdict()))
                    .containsOnly(Verdict.OUT);
            assertThat(optedOut.because()).contains("opted out");
            assertThat(malformed.facts()).anyMatch(fact -> fact.told().contains("1 that is not"));
            assertNoId(in, people.get(0));
        }
    }

    @Test
    void a_person_is_found_by_a_key_and_a_list_says_why_somebody_is_missing() {
        List<SeedRecipient> people = People.withoutSharedKeys(40);
        try (Journey journey = new Journey(people, home)) {
            DataSource source = KeyKind.DECLARED_SHA256.dataSource(journey.sandbox);
            String some = journey.sandbox.campaignData().addList("Some", Set.of("1", "2", "3"));
            journey.shared(new AudienceRef(Journey.CAMPAIGN, some), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, source));
            AudienceRef list = new AudienceRef(
                    Journey.CAMPAIGN,
                    journey.sandbox.campaignData().lists().stream()
                            .filter(each -> each.label().equals(LIST))
                            .findFirst()
                            .orElseThrow()
                            .id());

            Explanation byMail = journey.bridge.explain(new ExplainRequest(
                    list, source, new Person.Declared(people.get(1).email())));
            Explanation other = explain(journey, list, source, "5");

            assertThat(byMail.verdict()).isEqualTo(Verdict.IN);
            assertThat(other.verdict()).isEqualTo(Verdict.OUT);
            assertThat(other.because()).contains("No key of the recipient is in the audience");
            assertNoId(byMail, people.get(1));
        }
    }

    private static Explanation explain(Journey journey, AudienceRef audience, DataSource source, String recipient) {
        return journey.bridge.explain(new ExplainRequest(
                audience,
                source,
                new Person.Recipient(new RecipientRef(
                        Journey.CAMPAIGN, RecipientId.parse(recipient).get()))));
    }

    private static void assertNoId(Explanation told, SeedRecipient person) {
        String all = told + " " + told.facts();
        assertThat(all.toLowerCase(Locale.ROOT))
                .doesNotContain(person.email().toLowerCase(Locale.ROOT))
                .doesNotContain(person.declaredId().toLowerCase(Locale.ROOT))
                .doesNotContain(person.visitorIds());
    }
}
