// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.spi.engine.ExchangeSettings;
import io.audiencebridge.domain.system.HouseValue;
import java.nio.file.Path;
import org.immutables.value.Value;

/** A folder through which files are handed over. */
@HouseValue
@Value.Immutable
public interface FolderSettings extends ExchangeSettings {
    /** The folder; it must be there, since one that is created on the way would hide a disk that is not mounted. */
    Path folder();

    /** The exchange in {@code folder}. */
    static FolderSettings of(Path folder) {
        return builder().folder(folder).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableFolderSettings.Builder {
        Builder() {}
    }
}
