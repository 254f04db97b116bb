// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.ReconciliationEngineContract;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;

/** The oracle keeps its own contract: it passes errors on, ends with its call, and leaves sources open. */
class PlainEngineTest extends ReconciliationEngineContract {
    @Override
    protected ReconciliationEngine open() {
        return new PlainReconciler()::match;
    }

    @Override
    protected int worlds() {
        return 40;
    }

    @Override
    protected int sideBySide() {
        return 120;
    }
}
