// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.BrokenPortsContract;
import java.util.List;

/** That the rules of the contracts bite, shown on the ports in memory. */
final class InMemoryBrokenPortsTest extends BrokenPortsContract {
    @Override
    protected List<Class<?>> tests() {
        return List.of(
                InMemoryListsAsAConnectorTest.class,
                InMemoryAudienceCatalogTest.class,
                InMemoryRecipientListsTest.class,
                InMemoryChangedKeysTest.class,
                InMemoryKeyLookupsTest.class,
                InMemoryKeySamplesTest.class,
                InMemoryKeyExtractsTest.class,
                InMemoryPersonKeysTest.class,
                InMemoryMemberChangesTest.class,
                InMemoryDeliveryDaysTest.class,
                InMemoryMemberSamplesTest.class,
                InMemoryMemberLoaderTest.class,
                InMemoryMembershipEventsTest.class,
                InMemoryDeliveryStatusTest.class,
                InMemoryPopulationsTest.class,
                InMemoryPreconditionsTest.class,
                InMemoryWriteRehearsalsTest.class,
                InMemorySharingWorkflowsTest.class,
                InMemoryVisitorLinksTest.class,
                InMemoryIdSyncsTest.class,
                InMemoryOptOutCallsTest.class,
                InMemoryJournalTest.class,
                InMemoryLeasesTest.class,
                InMemoryLedgerTest.class,
                InMemoryLedgerPiecesTest.class,
                InMemoryMembershipsTest.class,
                InMemoryEventStatesTest.class,
                InMemorySuppressionsTest.class,
                InMemoryJournalErasureTest.class,
                InMemoryRecipientIndexesTest.class,
                PlainEngineTest.class);
    }
}
