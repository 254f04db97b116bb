// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/** Derived signals. {@link #ensure} recognises one by its four texts. Audience Manager has no call that deletes many. */
public interface DerivedSignals extends Resource<DerivedSignal, DerivedSignalDraft, SearchQuery> {}
