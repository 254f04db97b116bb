// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why there is no bridge, and what to do, in place of a stack trace. */
final class BridgeFailureAnalyzer extends AbstractFailureAnalyzer<BridgeNotMadeException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BridgeNotMadeException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
