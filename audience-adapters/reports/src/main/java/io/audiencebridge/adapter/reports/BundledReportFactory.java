// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.adapter.reports.page.Pages;
import io.audiencebridge.adapter.reports.page.PlainText;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.spi.engine.ReportFactory;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.vavr.control.Either;

/**
 * Writes every kind of report as a page, as JSON and as text. The JSON is described by {@code report.schema.json} beside this class; its names are fixed, and
 * later versions add keys only.
 */
public final class BundledReportFactory implements ReportFactory {
    /** A factory, for {@code ServiceLoader}. */
    public BundledReportFactory() {}

    @Override
    public boolean writes(ReportFormat format) {
        return true;
    }

    @Override
    public Either<BridgeError, String> write(Report report, ReportFormat format) {
        return whole(report).map(sound -> switch (format) {
            case HTML -> Pages.page(sound);
            case JSON -> KindJson.of(sound) + "\n";
            case TEXT -> PlainText.lines(KindText.of(sound));
        });
    }

    private static Either<BridgeError, Report> whole(Report report) {
        return report instanceof Report.Journey journey
                ? Journey.of(journey.receipts()).map(sorted -> report)
                : Either.right(report);
    }
}
