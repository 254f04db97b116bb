// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Observer;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tells the log to which call and run its lines belong, and an observer what the call does. An observer that throws is logged and disturbs nobody. */
final class LogContext implements Observer {
    private static final Logger LOG = LoggerFactory.getLogger(AudienceBridge.class);

    private final String call;
    private final Observer observer;

    LogContext(String call, Observer observer) {
        this.call = call;
        this.observer = observer;
    }

    @Override
    public Watch begins(Activity activity, Watch within) {
        Watch outer = within instanceof Told told ? told.watch() : Watch.NONE;
        return new Told(guarded(() -> observer.begins(activity, outer), Watch.NONE), entry(activity));
    }

    private Option<Entry> entry(Activity activity) {
        if (activity instanceof Activity.Run run) {
            return Option.some(new Entry(LogKeys.RUN, run.id()));
        }
        return activity instanceof Activity.UseCase ? Option.some(new Entry(LogKeys.CALL, call)) : Option.none();
    }

    private static <T> T guarded(Supplier<T> telling, T otherwise) {
        try {
            return telling.get();
        } catch (RuntimeException defect) {
            // the class alone: its message may quote what it was told
            LOG.warn(
                    "An observer threw {}; it goes on being told",
                    defect.getClass().getName());
            return otherwise;
        }
    }

    private record Told(Watch watch, Option<Entry> entry) implements Watch {
        @Override
        public void ends(Optional<BridgeError> failure) {
            guarded(
                    () -> {
                        watch.ends(failure);
                        return true;
                    },
                    false);
        }

        @Override
        public Call.Registration enter() {
            Option<Call.Registration> written = entry.map(Entry::write);
            Call.Registration entered = guarded(watch::enter, () -> {});
            return () -> {
                guarded(
                        () -> {
                            entered.close();
                            return true;
                        },
                        false);
                written.forEach(Call.Registration::close);
            };
        }

        @Override
        public Map<String, String> headers() {
            return guarded(watch::headers, Map.of());
        }
    }

    private record Entry(String key, String value) {
        Call.Registration write() {
            @Nullable String before = MDC.get(key);
            MDC.put(key, value);
            return () -> {
                if (before == null) {
                    MDC.remove(key);
                } else {
                    MDC.put(key, before);
                }
            };
        }
    }
}
