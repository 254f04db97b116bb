// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.cluster.adapter.storage;

import org.apache.spark.Cluster;

public interface KnowsTheCluster {
    Cluster cluster();
}
