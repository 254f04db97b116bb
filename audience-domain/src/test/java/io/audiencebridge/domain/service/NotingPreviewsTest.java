// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.Preview.PlannedFile;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader of a preview is told beside the numbers. */
class NotingPreviewsTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final AudienceRef AUDIENCE = new AudienceRef(new ConnectionName("cloud"), "7");
    private static final Sharing EXPORT = new Sharing.Export(ShareRequest.builder()
            .list(new AudienceRef(CRM, "42"))
            .to(AUDIENCE.connection())
            .audience("Gold")
            .dataSource(DataSource.visitor(14016))
            .build());
    private static final String STRANGER =
            "The audience is there already, and this bridge has shared nobody into it; who is in it cannot be asked, so everybody counts as new (SEMANTICS S14)";
    private static final String OTHER_IDS =
            "Not one visitor id of the audience is a recipient's; Audience Manager's default rows carry its own ids, which have 38 digits too: have the destination deliver Experience Cloud ids (SEMANTICS S9)";

    private final Planned planned = new Planned();

    @Test
    void what_is_not_there_yet_would_be_created() {
        planned.prepared(CRM, new RehearsedAudience(PreparedAudience.of(AUDIENCE), true, 1));

        assertThat(notices(EXPORT, receipt().build()))
                .containsExactly("The audience is not there yet and would be created");
        assertThat(notices(importing(DataSource.visitor(1)), receipt().build()))
                .containsExactly("The list is not there yet and would be created");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, true", "0, 0, false", "1, 1, false", "0, 1, false"})
    void an_audience_that_others_made_is_a_stranger_to_the_first_share(long shared, long already, boolean stranger) {
        Receipt receipt = receipt().exported(exported(shared, already)).build();
        assertThat(notices(EXPORT, receipt).contains(STRANGER)).isEqualTo(stranger);

        planned.prepared(CRM, new RehearsedAudience(PreparedAudience.of(AUDIENCE), true, 1));
        assertThat(notices(EXPORT, receipt)).doesNotContain(STRANGER);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 person leaves the list", "2, 2 people leave the list"})
    void whoever_leaves_is_told_since_the_list_belongs_to_the_audience(long removed, String told) {
        assertThat(notices(importing(DataSource.visitor(1)), imported(4, 4, 0, removed)))
                .containsExactly(
                        told
                                + ", whoever was added to it by hand among them: the list belongs to the audience (SEMANTICS S12)");
        assertThat(notices(importing(DataSource.visitor(1)), imported(4, 4, 0, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 0, true", "0, 0, 0, false", "4, 1, 0, false", "4, 0, 1, false"})
    void visitor_ids_of_which_none_is_a_recipients_are_of_another_kind(
            long read, long matched, long ambiguous, boolean told) {
        Receipt receipt = imported(read, matched, ambiguous, 0);

        assertThat(notices(importing(DataSource.visitor(1)), receipt).contains(OTHER_IDS))
                .isEqualTo(told);
        assertThat(notices(
                        importing(DataSource.builder()
                                .id(1)
                                .key(Declared.builder().field("email").build())
                                .build()),
                        receipt))
                .doesNotContain(OTHER_IDS);
    }

    @Test
    void notices_of_the_run_and_of_the_stage_come_each_once_and_sizes_are_estimates() {
        planned.notice("of the stage");
        planned.notice("of the run");
        planned.files(Vector.of(new PlannedFile("a.sync.gz", 1, 40)));

        assertThat(notices(EXPORT, receipt().addNotices("of the run").build()))
                .containsExactly(
                        "of the run",
                        "of the stage",
                        "Names of files are as they would be if the run began now, their sizes are estimates");
    }

    @Test
    void a_sharing_is_told_from_where_to_where() {
        assertThat(SharingSubject.of(EXPORT)).isEqualTo("List crm/42 as audience 'Gold' in cloud");
        assertThat(SharingSubject.of(importing(DataSource.visitor(1))))
                .isEqualTo("Audience cloud/7 into list 'Gold again' in crm");
        assertThat(SharingSubject.of(new Sharing.Receive(ReceiveRequest.builder()
                        .audience(AUDIENCE)
                        .into(CRM)
                        .list("From Platform")
                        .key(Declared.builder().field("email").build())
                        .build())))
                .isEqualTo("Audience cloud/7 into list 'From Platform' in crm");
    }

    private List<String> notices(Sharing sharing, Receipt receipt) {
        return new PreviewNotices(sharing, receipt, planned).all();
    }

    private static Sharing importing(DataSource source) {
        return new Sharing.Import(ImportRequest.builder()
                .audience(AUDIENCE)
                .into(CRM)
                .list("Gold again")
                .dataSource(source)
                .build());
    }

    private static Receipt.Builder receipt() {
        Receipt.Builder receipt = Receipt.builder();
        receipt.run(new RunId("preview")).state(RunState.DELIVERED);
        return receipt;
    }

    private static ExportTally exported(long shared, long already) {
        Complement.Builder nobody = Complement.builder();
        nobody.optedOut(0).invalid(0).noVisitorId(0).noDeclaredId(0);
        ExportTally.Builder tally = ExportTally.builder();
        tally.read(shared + already).shared(shared).alreadyShared(already);
        return tally.rows(shared).complement(nobody.build()).build();
    }

    private static Receipt imported(long read, long matched, long ambiguous, long removed) {
        MatchTally.Builder match = MatchTally.builder();
        match.read(read).matched(matched).ambiguous(ambiguous).unmatched(read - matched - ambiguous);
        match.invalid(0).duplicate(0).suppressed(0).links(matched);
        ImportTally.Builder tally = ImportTally.builder();
        tally.match(match.build()).collapsed(0).listSize(matched);
        tally.added(0).kept(matched).removed(removed);
        return receipt().imported(tally.build()).build();
    }
}
