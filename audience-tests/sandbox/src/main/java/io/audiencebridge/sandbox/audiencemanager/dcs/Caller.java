// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.audiencemanager.dcs.CustomerIds.Declared;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visit;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a call is about: an explicit device id, else that of the cookie, else the device to which a declared id was bound
 * last, else a new device. Source: audience-manager.md, section 6.4.
 */
final class Caller {
    static final long DEVICES = 0;
    private static final Pattern DIGITS = Pattern.compile("\\d{38}");

    private final Collector collector;
    private final int region;
    private final List<DcsError> errors;
    private final List<Declared> ids;
    private final Optional<String> explicit;
    private final boolean blocked;

    private Caller(Collector collector, int region, Parameters parameters, List<DcsError> errors) {
        this.collector = collector;
        this.region = region;
        this.errors = errors;
        Instant now = collector.partner().definitions().now();
        Optional<String> ofOrganisation = checked(parameters, "d_mid", DcsError.ECID)
                .map(ecid -> collector.partner().visits().uuid(ecid));
        explicit = checked(parameters, "d_uuid", DcsError.AAM_ID).or(() -> ofOrganisation);
        boolean blockedDevice = explicit.filter(uuid -> collector.denied().denies(DEVICES, uuid, now))
                .isPresent();
        if (blockedDevice) {
            errors.add(DcsError.BLOCKED_PROFILE);
        }
        List<Declared> given = CustomerIds.read(collector.partner(), collector.conduct(), parameters, errors);
        ids = allowed(given, now);
        blocked = blockedDevice || (!given.isEmpty() && ids.isEmpty() && explicit.isEmpty());
    }

    /** Reads who a call is about and adds what is wrong to the errors. */
    static Caller of(Collector collector, int region, Parameters parameters, List<DcsError> errors) {
        return new Caller(collector, region, parameters, errors);
    }

    private Optional<String> checked(Parameters parameters, String name, DcsError error) {
        Optional<String> given = parameters.first(name);
        if (given.isPresent() && !DIGITS.matcher(given.get()).matches()) {
            errors.add(error);
            return Optional.empty();
        }
        return given;
    }

    private List<Declared> allowed(List<Declared> given, Instant now) {
        List<Declared> allowed = new ArrayList<>();
        for (Declared id : given) {
            if (collector.denied().denies(id.dataSource(), id.id(), now)) {
                errors.add(IdKind.isGlobal(id.dataSource()) ? DcsError.BLOCKED_DEVICE : DcsError.BLOCKED_ID);
            } else {
                allowed.add(id);
            }
        }
        return allowed;
    }

    /** Whether the call is ignored, as whom it names is blocked. */
    boolean isBlocked() {
        return blocked;
    }

    /** The ids that count. */
    List<Declared> ids() {
        return ids;
    }

    /** The device that the call names, by its own id or that of the organisation. */
    Optional<String> explicit() {
        return explicit;
    }

    /** The device, as far as anything tells it. */
    Optional<String> known(Optional<String> cookie) {
        Visits visits = collector.partner().visits();
        return explicit.or(() -> cookie)
                .or(() -> ids.stream()
                        .flatMap(id -> visits.deviceOf(id.dataSource(), id.id()).stream())
                        .findFirst());
    }

    /** Which of all that the call names opted out in this region. */
    Optional<String> optedOut(Optional<String> device) {
        OptOuts optOuts = collector.optOuts();
        return device.filter(uuid -> optOuts.has(region, DEVICES, uuid))
                .or(() -> ids.stream()
                        .filter(id -> optOuts.has(region, id.dataSource(), id.id()))
                        .map(Declared::id)
                        .findFirst());
    }

    /** The visit, with every id bound to its device. */
    Visit visit(Optional<String> cookie) {
        Visits visits = collector.partner().visits();
        String uuid = known(cookie).orElseGet(visits::newDevice);
        visits.seen(uuid);
        ids.forEach(id -> collector.bindings().bind(uuid, id.dataSource(), id.id()));
        return new Visit(
                uuid,
                ids.stream()
                        .filter(Declared::isSignedIn)
                        .findFirst()
                        .map(id -> new Visit.DeclaredId(id.dataSource(), id.id())));
    }
}
