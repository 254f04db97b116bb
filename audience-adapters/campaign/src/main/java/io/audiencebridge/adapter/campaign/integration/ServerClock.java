// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.ServerTime;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Waiting;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The instance's clock beside the bridge's: what Campaign dates is compared by the one, how long a run rests is told by the other. */
public final class ServerClock {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private final ServerTime time;
    private final InstantSource own;

    /** The clock of the instance behind {@code soap} beside {@code own}. */
    public ServerClock(CampaignSoap soap, InstantSource own) {
        this.time = new ServerTime(soap);
        this.own = own;
    }

    /** The instance's time. */
    public Either<BridgeError, Instant> now(Call call) {
        return time.now(call);
    }

    /** Waiting for {@code length} from now on. */
    public Waiting after(Duration length, String because) {
        return new Waiting(own.instant().plus(length), because);
    }

    /**
     * Waiting until a moment of the instance's clock has passed, a minute at least.
     *
     * @param moment what Campaign announced, if it did
     * @param otherwise how long to wait if there is nothing ahead
     */
    Either<BridgeError, Waiting> until(Optional<Instant> moment, Duration otherwise, String because, Call call) {
        return now(call).map(now -> {
            Duration ahead = moment.filter(then -> then.isAfter(now))
                    .map(then -> Duration.between(now, then).plus(SHORTEST))
                    .orElse(otherwise);
            return after(ahead, because);
        });
    }
}
