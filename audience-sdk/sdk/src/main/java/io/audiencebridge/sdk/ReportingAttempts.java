// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.engine.Report;
import io.audiencebridge.domain.spi.engine.ReportFactory;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * A report that is about to be written, in text for a terminal unless another format is chosen. Answers with values; {@link Reporting} is its throwing twin. Left:
 * {@code InvalidRequest} where no adapter on the class path writes the format. Immutable.
 */
public final class ReportingAttempts {
    private final Report report;
    private final ReportFormat format;
    private final ClassLoader loader;

    private ReportingAttempts(Report report, ReportFormat format, ClassLoader loader) {
        this.report = report;
        this.format = format;
        this.loader = loader;
    }

    static ReportingAttempts of(Report report) {
        return of(report, ReportingAttempts.class.getClassLoader());
    }

    /** Adapters are looked for by {@code loader}. */
    static ReportingAttempts of(Report report, ClassLoader loader) {
        return new ReportingAttempts(report, ReportFormat.TEXT, loader);
    }

    /** The same report in another format. */
    public ReportingAttempts as(ReportFormat chosen) {
        return new ReportingAttempts(report, chosen, loader);
    }

    /** The same report, which tells of files how many bytes they have; only of receipts. */
    public ReportingAttempts sizes(Map<String, Long> bytes) {
        return report instanceof Report.Journey journey
                ? new ReportingAttempts(new Report.Journey(journey.receipts(), HashMap.ofAll(bytes)), format, loader)
                : this;
    }

    /** The report as text; lines end with a line feed. */
    public Either<BridgeError, String> text() {
        return Vector.ofAll(ServiceLoader.load(ReportFactory.class, loader))
                .find(factory -> factory.writes(format))
                .<BridgeError>toEither(() -> BridgeError.InvalidRequest.of(
                        "report",
                        "No report factory on the class path writes " + format + "; add audience-adapter-reports"))
                .flatMap(factory -> Backstop.answer(
                        factory.getClass().getName(), Incident.local(), () -> factory.write(report, format)));
    }

    /**
     * Writes the report in UTF-8 into a file that only its owner may read, whole or not at all; a file that is there is replaced.
     *
     * @return right the file. Left: {@code LocalFailure} where it cannot be written; then a file that was there is untouched
     */
    public Either<BridgeError, Path> writeTo(Path file) {
        return text().flatMap(text -> PrivateFile.write(file, text));
    }
}
