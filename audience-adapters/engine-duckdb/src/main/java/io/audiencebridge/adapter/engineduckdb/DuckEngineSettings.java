// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.domain.spi.engine.EngineSettings;
import io.audiencebridge.domain.system.HouseValue;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What the engine out of core may take of the machine; the defaults suit a small service. */
@HouseValue
@Value.Immutable
public interface DuckEngineSettings extends EngineSettings {
    /** Memory outside of the heap that one call may take before it spills to disk, in bytes; 1 GiB by default, 64 MiB at least. */
    @Value.Default
    default long memoryBytes() {
        return 1L << 30;
    }

    /**
     * The folder under which each call makes one of its own, which only the owner of the process may read, and which is removed when the call ends; what a killed process left
     * there is removed when the next engine starts. The folder for temporary files of the JVM by default.
     */
    @Value.Default
    default Path temporaryFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "audience-bridge-engine");
    }

    /** Bytes of temporary files that one call may write; by default nine tenths of what is free there. */
    OptionalLong mostTemporaryBytes();

    /** Threads of the engine's own that one call may take, the caller's included; the number of processors by default. */
    @Value.Default
    default int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableDuckEngineSettings.Builder {
        Builder() {}
    }
}
