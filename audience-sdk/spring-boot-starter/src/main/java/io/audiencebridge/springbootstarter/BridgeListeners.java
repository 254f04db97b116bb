// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.sharing.SharingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/** Tells events to every listener that is a bean, and to methods with {@code @EventListener}. One that throws, against its promise, is told to the log and keeps the others from nothing. */
final class BridgeListeners implements SharingListener {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeListeners.class);

    private final ObjectProvider<SharingListener> listeners;
    private final ApplicationEventPublisher events;

    BridgeListeners(ObjectProvider<SharingListener> listeners, ApplicationEventPublisher events) {
        this.listeners = listeners;
        this.events = events;
    }

    @Override
    public void heard(SharingEvent event) {
        listeners.orderedStream().filter(listener -> listener != this).forEach(listener -> tell(listener, event));
        tell(events::publishEvent, event);
    }

    private static void tell(SharingListener listener, SharingEvent event) {
        try {
            listener.heard(event);
        } catch (RuntimeException broken) {
            LOG.warn(
                    "A listener threw {} when it heard {}",
                    broken,
                    event.getClass().getSimpleName());
        }
    }
}
