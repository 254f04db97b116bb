// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOrigin;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.domain.sharing.LinkState;
import io.vavr.control.Either;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkingVisitorsTest extends InMemoryScenario {
    private static final Ecid VISITOR = Ecid.parse(visitor(7)).get();
    private static final DataSource DECLARED = DataSource.builder()
            .id(14017)
            .key(Declared.builder().field("declaredId").build())
            .build();

    @BeforeEach
    void letTheCloudTakeLinks() {
        cloud.withLinks(DECLARED.id(), byHashedEmail().id());
    }

    @ParameterizedTest
    @CsvSource({"EMAIL_CLICK, UNKNOWN", "LOGIN, AUTHENTICATED", "LOGOUT, LOGGED_OUT"})
    void how_it_came_to_be_known_decides_the_state(LinkOrigin origin, LinkState state) {
        LinkOutcome outcome = link(request().origin(origin)).get();

        assertThat(outcome).isEqualTo(LinkOutcome.LINKED);
        assertThat(cloud.links()).containsExactly(new InMemoryLink(VISITOR, DECLARED.id(), "R42", state));
    }

    @Test
    void asking_again_has_the_effect_of_asking_once() {
        link(request());

        assertThat(link(request()).get()).isEqualTo(LinkOutcome.ALREADY_LINKED);
        assertThat(cloud.links()).hasSize(1);
    }

    @Test
    void the_stored_value_is_translated_to_the_wire_form() {
        link(request().dataSource(byHashedEmail()).recipient(" JohnDoe@Example.com"))
                .get();

        assertThat(cloud.links())
                .extracting(InMemoryLink::id)
                .containsExactly("55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "+4915112345678", "", "R 42", "R\u000142"})
    void a_value_that_cannot_travel_is_refused_and_not_repeated(String recipient) {
        BridgeError error = link(request().recipient(recipient)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).doesNotContain("ann", "4915112345678");
        assertThat(cloud.links()).isEmpty();
    }

    @Test
    void plain_addresses_and_visitor_data_sources_are_refused() {
        DataSource plain = DataSource.builder()
                .from(DECLARED)
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build())
                .build();

        assertThat(link(request().dataSource(plain).recipient("ann@example.org"))
                        .getLeft()
                        .message())
                .contains("S18");
        assertThat(link(request().dataSource(byVisitorId())).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void who_opted_out_and_who_is_nobody_are_outcomes() {
        cloud.optOut(VISITOR);

        assertThat(link(request()).get()).isEqualTo(LinkOutcome.OPTED_OUT);
        assertThat(link(request().visitor(new WebVisitor.Cookies("theme=dark"))).get())
                .isEqualTo(LinkOutcome.NO_VISITOR);
        assertThat(cloud.links()).isEmpty();
    }

    @Test
    void a_connection_that_links_nobody_is_told() {
        BridgeError error = link(request().through(CRM)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("crm");
    }

    @Test
    void a_request_prints_neither_visitor_nor_recipient() {
        assertThat(request().build().toString()).doesNotContain(visitor(7), "R42");
    }

    private Either<BridgeError, LinkOutcome> link(LinkRequest.Builder request) {
        return bridge.linkVisitor().link(request.build(), call());
    }

    private static LinkRequest.Builder request() {
        return LinkRequest.builder()
                .visitor(new WebVisitor.Known(VISITOR))
                .recipient("R42")
                .dataSource(DECLARED)
                .origin(LinkOrigin.EMAIL_CLICK)
                .through(CLOUD);
    }
}
