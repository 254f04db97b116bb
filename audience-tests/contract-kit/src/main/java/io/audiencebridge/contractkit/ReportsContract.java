// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.spi.engine.ReportFactory;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.audiencebridge.domain.spi.engine.ReportWriter;
import io.audiencebridge.domain.spi.engine.RunLineWriter;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What everything does that writes reports. The test of a factory extends this class, and says what else it writes with. */
@ContractOf({ReportFactory.class, ReportWriter.class, RunLineWriter.class})
@Tag("reports")
public abstract class ReportsContract {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /** For subclasses. */
    protected ReportsContract() {}

    /** The factory. */
    protected abstract ReportFactory factory();

    /** A writer of receipts, if there is one. */
    protected abstract Option<ReportWriter> receipts();

    /** A writer of runs line by line, if there is one. */
    protected abstract Option<RunLineWriter> lines();

    @Rule("R61.1")
    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(ReportFactory.class).stream().map(ServiceLoader.Provider::type))
                .anyMatch(Lens.classOf(factory())::equals);
    }

    @Rule("R61.2")
    @Test
    void what_it_says_it_writes_it_writes_and_a_line_feed_ends_it() {
        assertThat(ReportFormat.values()).anyMatch(Lens.on(factory())::writes);
        for (ReportFormat format : written()) {
            assertThat(write(exported("run-1"), format).get())
                    .as(format.name())
                    .contains("1")
                    .endsWith("\n")
                    .doesNotContain("\r");
        }
    }

    @Rule("R61.3")
    @Test
    void the_same_report_is_the_same_text() {
        for (ReportFormat format : written()) {
            assertThat(write(exported("run-1"), format).get())
                    .isEqualTo(write(exported("run-1"), format).get());
        }
    }

    @Rule("R61.4")
    @Test
    void two_receipts_that_count_the_same_are_refused() {
        for (ReportFormat format : written()) {
            assertThat(write(exported("run-1").appendAll(exported("run-2")), format)
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
        }
        Lens.on(receipts())
                .forEach(writer -> assertThat(writer.write(exported("run-1").appendAll(exported("run-2")))
                                .getLeft())
                        .isInstanceOf(BridgeError.InvalidRequest.class));
    }

    @Rule("R61.5")
    @Test
    void a_writer_of_receipts_ends_its_text_with_a_line_feed() {
        Lens.on(receipts())
                .forEach(writer -> assertThat(writer.write(exported("run-1")).get())
                        .endsWith("\n")
                        .doesNotContain("\r"));
    }

    @Rule("R61.6")
    @Test
    void a_run_is_one_line() {
        Lens.on(lines()).forEach(writer -> {
            String line = writer.line(listed("A list\nof two lines")).get();

            assertThat(line).endsWith("\n");
            assertThat(line.chars().filter(letter -> letter == '\n').count()).isEqualTo(1);
        });
    }

    private List<ReportFormat> written() {
        return Arrays.stream(ReportFormat.values())
                .filter(Lens.on(factory())::writes)
                .toList();
    }

    private Either<BridgeError, String> write(Seq<Receipt> receipts, ReportFormat format) {
        return Lens.on(factory()).write(new Report.Journey(receipts), format);
    }

    private static Seq<Receipt> exported(String run) {
        return Vector.of(receipt(run));
    }

    private static Receipt receipt(String run) {
        return Receipt.builder()
                .run(new RunId(run))
                .state(RunState.DELIVERED)
                .exported(ExportTally.builder()
                        .read(1)
                        .shared(1)
                        .alreadyShared(0)
                        .rows(1)
                        .complement(Complement.builder()
                                .optedOut(0)
                                .invalid(0)
                                .noVisitorId(0)
                                .noDeclaredId(0)
                                .build())
                        .build())
                .build();
    }

    private static ListedRun listed(String list) {
        return ListedRun.builder()
                .receipt(receipt("run-1"))
                .list(list)
                .started(NOON)
                .updated(NOON)
                .build();
    }
}
