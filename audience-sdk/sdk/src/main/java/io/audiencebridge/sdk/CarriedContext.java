// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * An executor whose work logs as the thread does that handed it in.
 *
 * @param inner does the work
 */
record CarriedContext(Executor inner) implements Executor {
    @Override
    public void execute(Runnable work) {
        @Nullable Map<String, String> context = MDC.getCopyOfContextMap();
        inner.execute(() -> {
            @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
            set(context);
            try {
                work.run();
            } finally {
                set(before);
            }
        });
    }

    private static void set(@Nullable Map<String, String> context) {
        if (context == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(context);
        }
    }
}
