// SPDX-License-Identifier: Apache-2.0

/** Reports as a page, as JSON and as text. */
module io.audiencebridge.adapter.reports {
    requires transitive io.audiencebridge.domain;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.reports;

    provides io.audiencebridge.domain.spi.engine.ReportFactory with
            io.audiencebridge.adapter.reports.BundledReportFactory;
}
