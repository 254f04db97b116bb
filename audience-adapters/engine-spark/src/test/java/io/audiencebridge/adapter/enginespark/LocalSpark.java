// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import org.apache.spark.sql.SparkSession;

/** A Spark of two threads in this process, one for all tests. */
public final class LocalSpark {
    private LocalSpark() {}

    /** The session; it ends with the process. */
    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("audience-bridge-tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", System.getProperty("large.partitions", "4"))
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/audience-bridge-warehouse")
                .getOrCreate();
    }
}
