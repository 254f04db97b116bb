// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.audiencemanager.profiles.DataSource;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visit;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One change of one profile by the Customer Data API. Source: audience-manager.md, section 6.10.
 *
 * <p>UNVERIFIED: that all identities are of one device, and that each changes its own profile, a person's or the device's.
 */
final class Operation {
    private final Partner partner;
    private final Bindings bindings;
    private final List<DcsError> errors = new ArrayList<>();
    private final List<Identity> identities = new ArrayList<>();
    private final List<String[]> signals = new ArrayList<>();
    private final Set<Long> traits = new LinkedHashSet<>();
    private final Set<Long> targets = new LinkedHashSet<>();
    private String type = "APPEND";

    /** An id of a data source; 0 is Audience Manager's own. */
    private record Identity(long dataSource, String id) {
        @Override
        public String toString() {
            return "Identity[" + dataSource + "]";
        }
    }

    private Operation(Collector collector) {
        this.partner = collector.partner();
        this.bindings = collector.bindings();
    }

    /** Reads an element of {@code ops}. */
    static Operation read(Collector collector, JsonNode json) {
        Operation operation = new Operation(collector);
        json.path("identities").forEach(operation::identify);
        json.path("traitEvaluation")
                .path("data")
                .forEach(pair -> operation.signals.add(new String[] {
                    pair.path("key").asText(), pair.path("value").asText()
                }));
        json.path("traitInput").path("traitIds").forEach(sid -> operation.traits.add(sid.asLong()));
        json.path("targetDataSource").forEach(source -> operation.targets.add(source.asLong()));
        operation.type = json.path("operationType").asText("APPEND");
        operation.check();
        return operation;
    }

    /** Reads the parameters of {@code /event/s2s}. */
    static Operation read(Collector collector, Parameters parameters) {
        Operation operation = new Operation(collector);
        parameters.first("d_uuid").ifPresent(uuid -> operation.identify(Caller.DEVICES, uuid));
        parameters.first("d_mid").ifPresent(operation::identifyEcid);
        for (String text : parameters.split("d_cid")) {
            Optional<CustomerId> read = CustomerId.read(text);
            if (read.isPresent() && read.get().namespace().matches("\\d{1,18}")) {
                operation.identify(
                        Long.parseLong(read.get().namespace()), read.get().id());
            } else {
                operation.errors.add(DcsError.CUSTOMER_ID);
            }
        }
        parameters.names().stream()
                .filter(name -> !name.startsWith("d_"))
                .forEach(name ->
                        parameters.all(name).forEach(value -> operation.signals.add(new String[] {name, value})));
        operation.traits.addAll(parameters.numbers("d_sid"));
        operation.targets.addAll(parameters.numbers("d_tdpid"));
        operation.type = parameters.first("d_ws").orElse("append").toUpperCase(Locale.ROOT);
        operation.check();
        return operation;
    }

    private void identify(JsonNode identity) {
        String id = identity.path("value").asText("");
        OptionalLong source = OptionalLong.empty();
        if (identity.has("dataSourceId")) {
            source = OptionalLong.of(identity.path("dataSourceId").asLong());
        } else if (identity.has("integrationCode")) {
            source = partner.dataSourceOfCode(identity.path("integrationCode").asText());
        } else if (identity.has("namespaceCode")) {
            source =
                    partner.dataSourceOfNamespace(identity.path("namespaceCode").asText());
        }
        if (source.isEmpty()) {
            errors.add(DcsError.FOREIGN);
        } else {
            identify(source.getAsLong(), id);
        }
    }

    private void identifyEcid(String ecid) {
        if (fits(IdKind.ECID, ecid)) {
            identities.add(new Identity(Caller.DEVICES, partner.visits().uuid(ecid)));
        } else {
            errors.add(DcsError.ECID);
        }
    }

    private void identify(long source, String id) {
        Optional<DataSource> own = partner.definitions().dataSource(source);
        if (source == Caller.DEVICES) {
            accept(source, id, IdKind.AAM_UUID, DcsError.AAM_ID);
        } else if (IdKind.isGlobal(source)) {
            accept(source, id, IdKind.ofGlobal(source), DcsError.DEVICE_ID);
        } else if (own.isEmpty()) {
            errors.add(DcsError.FOREIGN);
        } else {
            accept(source, id, own.get().ids(), DcsError.CUSTOMER_ID);
        }
    }

    private void accept(long source, String id, IdKind kind, DcsError otherwise) {
        if (!fits(kind, id)) {
            errors.add(otherwise);
        } else if (kind == IdKind.ECID) {
            identifyEcid(id);
        } else {
            identities.add(new Identity(kind == IdKind.AAM_UUID ? Caller.DEVICES : source, id));
        }
    }

    private static boolean fits(IdKind kind, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return kind.fits(bytes, 0, bytes.length);
    }

    private void check() {
        boolean known = List.of("APPEND", "OVERWRITE", "DELETE").contains(type);
        boolean targeted = !type.equals("OVERWRITE") || targets.size() == 1;
        boolean says = type.equals("OVERWRITE") || !signals.isEmpty() || !traits.isEmpty();
        if (!known || !targeted || !says) {
            errors.add(new DcsError(
                    0,
                    "An operation is APPEND, DELETE or, with exactly one target data source, OVERWRITE,"
                            + " and says signals or traits"));
        }
        if (identities.isEmpty() && errors.isEmpty()) {
            errors.add(DcsError.CUSTOMER_ID);
        }
    }

    boolean isSound() {
        return errors.isEmpty();
    }

    List<DcsError> errors() {
        return errors;
    }

    /** Changes the profiles. */
    void run() {
        Visits visits = partner.visits();
        String uuid = identities.stream()
                .filter(identity -> identity.dataSource() == Caller.DEVICES)
                .map(Identity::id)
                .findFirst()
                .or(() -> identities.stream()
                        .flatMap(identity -> visits.deviceOf(identity.dataSource(), identity.id()).stream())
                        .findFirst())
                .orElseGet(visits::newDevice);
        visits.seen(uuid);
        for (Identity identity : identities) {
            if (identity.dataSource() == Caller.DEVICES) {
                change(new Visit(identity.id(), Optional.empty()));
            } else {
                bindings.bind(uuid, identity.dataSource(), identity.id());
                change(new Visit(uuid, Optional.of(new Visit.DeclaredId(identity.dataSource(), identity.id()))));
            }
        }
    }

    private void change(Visit visit) {
        Realization realization = new Realization(partner, visit, targets);
        Set<Long> named = new LinkedHashSet<>(traits);
        named.addAll(realization.matching(CallSignals.with(partner, signals)));
        if (type.equals("DELETE")) {
            named.forEach(sid -> partner.visits().remove(visit, sid));
            return;
        }
        if (type.equals("OVERWRITE")) {
            List<Long> others = partner.definitions()
                    .traits()
                    .filter(trait -> targets.contains(trait.dataSource()) && !named.contains(trait.sid()))
                    .map(trait -> trait.sid())
                    .toList();
            others.forEach(sid -> partner.visits().remove(visit, sid));
        }
        named.forEach(realization::realize);
    }
}
