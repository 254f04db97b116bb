// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import org.immutables.value.Value;

/** A folder of traits or of segments, with the folders in it. */
@HouseValue
@Value.Immutable
public interface Folder {
    /** Its number; 0 is the root. */
    long id();

    /** The folder above it; its own number for the root. */
    long parentId();

    /** Its name. */
    String name();

    /** The names from the root to it, each after a slash; empty where the answer does not say. */
    String path();

    /** The folders in it, where they were asked for. */
    List<Folder> subFolders();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds folders. */
    final class Builder extends ImmutableFolder.Builder {
        Builder() {}
    }
}
