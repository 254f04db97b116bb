// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.rest.TraitCalls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What few segments need to know of the traits in their rules; asked for once a connection, since a trait's kind does not change. Safe for use by several threads. */
final class KnownTraits {
    /** How the rules of Experience Platform's traits begin. Source: Audience Manager, "Audience sharing with Experience Platform". */
    private static final String PLATFORM = "segid";

    private final TraitCalls traits;
    private final Map<Long, Boolean> onboarded = new ConcurrentHashMap<>();
    private final Map<Long, Boolean> ofPlatform = new ConcurrentHashMap<>();

    KnownTraits(TraitCalls traits) {
        this.traits = traits;
    }

    /** Whether the trait is one of {@code dataSource} that files fill. All of the data source are learnt at once; who may not see them takes it for one. */
    Either<BridgeError, Boolean> isOnboarded(long sid, long dataSource, Call call) {
        Boolean known = onboarded.get(sid);
        if (known != null) {
            return Either.right(known);
        }
        Either<BridgeError, Seq<Trait>> all = traits.ofDataSource(dataSource, call);
        if (all.isLeft() && all.getLeft() instanceof BridgeError.AccessDenied) {
            return Either.right(true);
        }
        return all.map(found -> {
            found.forEach(trait -> onboarded.put(trait.sid(), true));
            return onboarded.computeIfAbsent(sid, other -> false);
        });
    }

    /** Whether the trait's rule is that of an audience of Experience Platform. */
    Either<BridgeError, Boolean> isOfPlatform(long sid, Call call) {
        Boolean known = ofPlatform.get(sid);
        if (known != null) {
            return Either.right(known);
        }
        Either<BridgeError, Boolean> asked = traits.find(sid, call)
                .map(found -> found.flatMap(trait -> Option.ofOptional(trait.rule()))
                        .exists(rule -> rule.strip()
                                .toLowerCase(Locale.ROOT)
                                .replaceFirst("^[\"(\\s]+", "")
                                .startsWith(PLATFORM)));
        boolean isHidden = asked.isLeft() && asked.getLeft() instanceof BridgeError.AccessDenied;
        return isHidden ? Either.right(false) : asked.peek(found -> ofPlatform.put(sid, found));
    }
}
