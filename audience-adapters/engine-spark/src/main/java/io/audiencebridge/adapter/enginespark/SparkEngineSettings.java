// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import io.audiencebridge.domain.spi.engine.EngineSettings;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.immutables.value.Value;

/** Which Spark session a bridge matches with. The session is the user's: the engine neither configures nor stops it. */
@HouseValue
@Value.Immutable
public interface SparkEngineSettings extends EngineSettings {
    /** The session; the active or the default one of this process by default. */
    Optional<SparkSession> session();

    /** Packed rows that the driver collects before it hands them to the cluster, in bytes; 64 MiB by default. */
    @Value.Default
    default int driverBytes() {
        return 64 << 20;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableSparkEngineSettings.Builder {
        Builder() {}
    }
}
