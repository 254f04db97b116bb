// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.DerivedSignal;
import io.audiencebridge.adapter.audiencemanager.client.DerivedSignalDraft;
import io.audiencebridge.adapter.audiencemanager.client.DerivedSignals;
import io.audiencebridge.adapter.audiencemanager.client.SearchQuery;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Derived signals, for whoever calls Audience Manager directly. */
final class DerivedSignalClient extends ResourceClient<DerivedSignal, DerivedSignalDraft, SearchQuery>
        implements DerivedSignals {
    private final Endpoint<DerivedSignal, DerivedSignalDraft> signals;

    DerivedSignalClient(RestClient rest, int pageSize) {
        this(new Endpoint<>(rest, new DerivedSignalKind()), pageSize);
    }

    private DerivedSignalClient(Endpoint<DerivedSignal, DerivedSignalDraft> signals, int pageSize) {
        super(signals, pageSize);
        this.signals = signals;
    }

    @Override
    Parameters filters(SearchQuery query) {
        return Parameters.NONE;
    }

    @Override
    Either<BridgeError, DerivedSignal> ensured(DerivedSignalDraft draft, Call call) {
        return Reuse.ensured(() -> same(draft, call), () -> signals.create(draft, call));
    }

    private Either<BridgeError, Option<DerivedSignal>> same(DerivedSignalDraft draft, Call call) {
        return signals.pages(Parameters.NONE.with("search", draft.sourceValue()), pageSize(), call)
                .all()
                .map(found -> found.find(signal -> signal.sourceKey().equals(draft.sourceKey())
                        && signal.sourceValue().equals(draft.sourceValue())
                        && signal.targetKey().equals(draft.targetKey())
                        && signal.targetValue().equals(draft.targetValue())));
    }
}
