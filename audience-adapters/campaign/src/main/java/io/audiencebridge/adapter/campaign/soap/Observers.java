// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.CallEvent;
import io.audiencebridge.adapter.campaign.client.CallTrace;
import io.audiencebridge.adapter.campaign.client.CampaignClient.Listening;
import io.audiencebridge.adapter.campaign.client.CampaignListener;
import io.audiencebridge.adapter.campaign.client.TraceDetail;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who hears of a connection's requests. A listener that throws is logged and disturbs nobody. Safe for use by several threads. */
public final class Observers {
    /** Where traces are written. */
    static final Logger TRACES = LoggerFactory.getLogger("io.audiencebridge.adapter.campaign.trace");

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);
    private final List<CampaignListener> listeners;
    private final TraceDetail detail;

    /** These from the start. Traces are written to the log, too. */
    public Observers(Collection<CampaignListener> listeners, TraceDetail detail) {
        this.listeners = new CopyOnWriteArrayList<>(listeners);
        this.detail = detail;
    }

    /** Adds a listener until the registration is closed. */
    public Listening listen(CampaignListener listener) {
        // one registration each, even of the same listener
        CampaignListener own = new Own(listener);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    TraceDetail detail() {
        return detail;
    }

    void started(CallEvent event) {
        tell(listener -> listener.started(event));
    }

    void ended(CallEvent event, boolean well) {
        tell(listener -> {
            if (well) {
                listener.succeeded(event);
            } else {
                listener.failed(event);
            }
        });
    }

    void traced(CallTrace trace) {
        TRACES.debug(
                "{} {} [{}]\n{}\n{}",
                trace.event().service(),
                trace.event().method(),
                trace.event().correlationId(),
                trace.request(),
                trace.answer());
        tell(listener -> listener.traced(trace));
    }

    private void tell(Consumer<CampaignListener> news) {
        for (CampaignListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException defect) {
                // the class alone: its message may quote what it was told
                LOG.warn(
                        "A listener threw {}; it is called again at the next request",
                        defect.getClass().getName());
            }
        }
    }

    /** A listener under its own registration; compared by identity. */
    private static final class Own implements CampaignListener {
        private final CampaignListener listener;

        Own(CampaignListener listener) {
            this.listener = listener;
        }

        @Override
        public void started(CallEvent event) {
            listener.started(event);
        }

        @Override
        public void succeeded(CallEvent event) {
            listener.succeeded(event);
        }

        @Override
        public void failed(CallEvent event) {
            listener.failed(event);
        }

        @Override
        public void traced(CallTrace trace) {
            listener.traced(trace);
        }
    }
}
