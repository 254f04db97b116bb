// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.time.InstantSource;

/** The pages that monitors and load balancers ask for. Source: campaign.md, section 2.12. */
final class HealthPages {
    private final Conduct conduct;
    private final InstantSource clock;

    HealthPages(Conduct conduct, InstantSource clock) {
        this.conduct = conduct;
        this.clock = clock;
    }

    /** {@code /r/test}, of the redirection server: needs no session. */
    void redirection(HttpCall call) throws IOException {
        Conduct.Release release = conduct.release();
        String details = conduct.allowDebug()
                ? " version='" + release.name() + "' build='" + release.build() + "' sha1='f5f3ec3' instance='sandbox'"
                        + " host='127.0.0.1' localHost='sandbox'"
                : "";
        call.answer(
                200,
                "text/xml",
                "<redir status='OK' date='" + Texts.time(clock.instant()) + "' sourceIP='127.0.0.1'" + details + "/>");
    }

    void ping(HttpCall call) throws IOException {
        call.answer(200, CampaignEmulator.TEXT_TYPE, "OK\n" + Texts.time(clock.instant()) + "\n");
    }

    /** The message centre's: it also looks at the queue of events. */
    void messageCenterPing(HttpCall call) throws IOException {
        Conduct.EventQueue queue = conduct.eventQueue();
        String counts = queue.pending() + "/" + queue.capacity();
        String page = queue.isFull()
                ? "Error\nThe queue is full (" + counts + ")\n"
                : "Ok\n" + Texts.time(clock.instant()) + "\n" + counts + " pending events\n";
        call.answer(200, CampaignEmulator.TEXT_TYPE, page);
    }
}
