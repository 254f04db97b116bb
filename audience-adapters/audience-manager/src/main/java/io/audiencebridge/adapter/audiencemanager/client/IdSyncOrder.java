// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What an id-sync file will map. */
@HouseValue
@Value.Immutable
public interface IdSyncOrder {
    /** What it maps; {@link IdSyncFileName.Kind#ADOBE_ID} by default. */
    @Value.Default
    default IdSyncFileName.Kind kind() {
        return IdSyncFileName.Kind.ADOBE_ID;
    }

    /** What stands in each column, at least two; the first is the master. */
    List<Column> columns();

    /** The file's stamp, in whole seconds. A repeat under the same stamp is the same file; by default the first second from now on that is free. */
    Optional<Instant> stamp();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * The ids of one column.
     *
     * @param dataSource their data source (DPID); 0 stands for Audience Manager's own ids
     * @param ids what they are
     */
    record Column(long dataSource, UserIds ids) {
        /** Audience Manager's own ids. */
        public static final Column AAM_UUID = new Column(0, UserIds.VISITOR_ID);

        /** Advertising ids. */
        public static Column of(GlobalDataSource devices) {
            return new Column(devices.id(), UserIds.DEVICE_ID);
        }

        /** Whether the ids are those of a browser or device. */
        public boolean isDevice() {
            return ids == UserIds.VISITOR_ID || ids == UserIds.DEVICE_ID;
        }
    }

    /** Builds orders. */
    final class Builder extends ImmutableIdSyncOrder.Builder {
        Builder() {}
    }
}
