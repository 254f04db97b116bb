// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link AudienceCatalog} does. The test of a connector extends this class and opens one for each test. */
@ContractOf(AudienceCatalog.class)
@Tag("audience-catalog")
public abstract class AudienceCatalogContract {
    private static final List<String> TITLES = List.of("Gold", "Silver", "Golden age", "Bronze", "Ümlaut & Co");

    private Connector connector;

    /** For subclasses. */
    protected AudienceCatalogContract() {}

    /** A connector to a system with audiences of these titles, made in this order, and no others. */
    protected abstract Connector open(List<String> titles) throws Exception;

    /** The name of the connection that was opened last. */
    protected abstract ConnectionName connection();

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open(TITLES));
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R3.1")
    @Test
    void page_by_page_everything_comes_once_newest_first() {
        assertThat(titles(query().pageSize(2)))
                .containsExactly("Ümlaut & Co", "Bronze", "Golden age", "Silver", "Gold");
    }

    @Rule("R3.2")
    @Test
    void no_page_is_larger_than_asked_for() {
        AudiencePage page = browse(query().pageSize(2).build()).get();

        assertThat(page.audiences()).hasSizeLessThanOrEqualTo(2);
        assertThat(page.next()).isPresent();
    }

    @Rule("R3.3")
    @Test
    void a_search_finds_a_part_of_a_title_whatever_its_case() {
        assertThat(titles(query().search("gOLD"))).containsExactly("Golden age", "Gold");
        assertThat(titles(query().search("& Co"))).containsExactly("Ümlaut & Co");
        assertThat(titles(query().search("nobody's"))).isEmpty();
    }

    @Rule("R3.4")
    @Test
    void a_page_that_nobody_gave_out_is_refused() {
        assertThat(browse(query().page("no page").build()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Rule("R3.5")
    @Test
    void what_was_browsed_is_found_and_is_the_same() {
        for (Audience audience : browse(query().build()).get().audiences()) {
            Audience found =
                    catalog().find(audience.details().ref(), Calls.ample()).get();

            assertThat(found.title()).isEqualTo(audience.title());
            assertThat(found.details().ref()).isEqualTo(audience.details().ref());
            assertThat(found.getClass()).isEqualTo(audience.getClass());
        }
    }

    @Rule("R3.6")
    @Test
    void what_is_not_there_is_not_found_and_named() {
        BridgeError error = catalog()
                .find(new AudienceRef(connection(), "999999"), Calls.ample())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
        assertThat(error.message()).contains("999999");
    }

    @Rule("R3.7")
    @Test
    void a_call_that_is_over_looks_nothing_up() {
        assertThat(catalog().browse(query().build(), Calls.cancelled()).getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(catalog()
                        .find(new AudienceRef(connection(), "1"), Calls.overdue())
                        .getLeft())
                .isInstanceOf(BridgeError.DeadlineExceeded.class);
    }

    private List<String> titles(AudienceQuery.Builder query) {
        List<String> titles = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            AudiencePage page = browse(query.page(next).build()).get();
            page.audiences().forEach(audience -> titles.add(audience.title()));
            next = page.next();
        } while (next.isPresent() && titles.size() <= TITLES.size());
        return titles;
    }

    private Either<BridgeError, AudiencePage> browse(AudienceQuery query) {
        return catalog().browse(query, Calls.ample());
    }

    private AudienceQuery.Builder query() {
        return AudienceQuery.builder().connection(connection());
    }

    private AudienceCatalog catalog() {
        return connector.ability(AudienceCatalog.class).get();
    }
}
