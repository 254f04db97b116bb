// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Many parts as one. One after the other they would be nested as deeply as there are parts, and Spark serialises what is nested by recursion. */
public final class Unions {
    private Unions() {}

    /** All rows of {@code parts}, in their order; nested by halves. */
    public static JavaRDD<byte[]> of(JavaSparkContext context, List<JavaRDD<byte[]>> parts) {
        if (parts.size() < 2) {
            return parts.isEmpty() ? context.emptyRDD() : parts.get(0);
        }
        int half = parts.size() / 2;
        return of(context, parts.subList(0, half)).union(of(context, parts.subList(half, parts.size())));
    }
}
