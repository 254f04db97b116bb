// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.Map;

/**
 * A report that is about to be written, in text for a terminal unless another format is chosen:
 *
 * <pre>{@code
 * bridge.report(receipt).as(ReportFormat.HTML).writeTo(Path.of("receipt.html"));
 * }</pre>
 *
 * <p>Throws {@link InvalidRequestException} where no adapter on the class path writes the format. Immutable.
 */
public final class Reporting {
    private final ReportingAttempts attempts;

    Reporting(ReportingAttempts attempts) {
        this.attempts = attempts;
    }

    /** The same report in another format. */
    public Reporting as(ReportFormat chosen) {
        return new Reporting(attempts.as(chosen));
    }

    /** The same report, which tells of files how many bytes they have; only of receipts. */
    public Reporting sizes(Map<String, Long> bytes) {
        return new Reporting(attempts.sizes(bytes));
    }

    /** The report as text; lines end with a line feed. */
    public String text() {
        return orThrow(attempts.text());
    }

    /**
     * Writes the report in UTF-8 into a file that only its owner may read, whole or not at all; a file that is there is replaced. Throws {@link LocalFailureException} where it
     * cannot be written; then a file that was there is untouched.
     *
     * @return the file
     */
    public Path writeTo(Path file) {
        return orThrow(attempts.writeTo(file));
    }

    private static <T> T orThrow(Either<BridgeError, T> outcome) {
        return outcome.getOrElseThrow(error -> error.match(new ErrorTranslator()));
    }
}
