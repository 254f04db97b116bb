// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.system.ConnectionName;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamingAudiencesTest {
    private static final AudienceRef REF = new AudienceRef(new ConnectionName("campaign"), "4711");

    static Stream<Function<AudienceDetails, Audience>> kinds() {
        return Stream.of(
                Audience.RecipientList::new,
                Audience.SharedAudience::new,
                Audience.PlatformAudience::new,
                Audience.ForeignAudience::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_audience_of_any_system_has_the_address_and_title_that_a_picker_shows(
            Function<AudienceDetails, Audience> kind) {
        AudienceDetails details =
                AudienceDetails.builder().ref(REF).title("Gold members").build();

        Audience audience = kind.apply(details);

        assertThat(audience.ref()).isEqualTo(REF);
        assertThat(audience.title()).isEqualTo("Gold members");
    }

    @Test
    void an_address_prints_connection_and_id() {
        assertThat(REF).hasToString("campaign/4711");
    }

    @Test
    void what_a_system_does_not_say_of_an_audience_is_empty_and_the_audience_counts_as_kept_up_to_date() {
        AudienceDetails details =
                AudienceDetails.builder().ref(REF).title("Gold").build();

        assertThat(details.description()).isEmpty();
        assertThat(details.source()).isEmpty();
        assertThat(details.size()).isEmpty();
        assertThat(details.sizeIsEstimate()).isFalse();
        assertThat(details.counted()).isEmpty();
        assertThat(details.origin()).isEmpty();
        assertThat(details.active()).isTrue();
        assertThat(details.modified()).isEmpty();
    }

    @Test
    void a_query_asks_for_the_first_fifty_audiences_of_any_title_unless_it_is_told_otherwise() {
        AudienceQuery query =
                AudienceQuery.builder().connection(REF.connection()).build();

        assertThat(query.pageSize()).isEqualTo(50);
        assertThat(query.page()).isEmpty();
        assertThat(query.search()).isEmpty();
        assertThat(query.origin()).isEmpty();
    }
}
