// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.contractkit.ReportsContract;
import io.audiencebridge.domain.spi.engine.ReportFactory;
import io.audiencebridge.domain.spi.engine.ReportWriter;
import io.audiencebridge.domain.spi.engine.RunLineWriter;
import io.vavr.control.Option;

final class BundledReportsTest extends ReportsContract {
    @Override
    protected ReportFactory factory() {
        return new BundledReportFactory();
    }

    @Override
    protected Option<ReportWriter> receipts() {
        return Option.some(new TextReport());
    }

    @Override
    protected Option<RunLineWriter> lines() {
        return Option.some(new JsonLines());
    }
}
