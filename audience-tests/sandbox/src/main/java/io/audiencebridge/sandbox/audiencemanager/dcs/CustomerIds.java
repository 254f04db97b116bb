// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.audiencemanager.profiles.DataSource;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The declared ids of one call: those that count, and what is wrong with the others. Source: audience-manager.md,
 * sections 6.1, 6.4 and 6.5.
 *
 * <p>UNVERIFIED: that a call's limit is looked at before a namespace's, and that 310 comes once for each discarded id.
 */
final class CustomerIds {
    static final int MOST = 10;
    static final int MOST_OF_NAMESPACE = 3;

    private final Partner partner;
    private final Conduct conduct;
    private final List<DcsError> errors;
    private final Map<String, Declared> found = new LinkedHashMap<>();
    private boolean invalid;

    /** An id whose data source is known. */
    record Declared(long dataSource, String id, CustomerId.Authentication authentication) {
        boolean isSignedIn() {
            return authentication == CustomerId.Authentication.AUTHENTICATED;
        }

        @Override
        public String toString() {
            return "Declared[" + dataSource + "]";
        }
    }

    private CustomerIds(Partner partner, Conduct conduct, List<DcsError> errors) {
        this.partner = partner;
        this.conduct = conduct;
        this.errors = errors;
    }

    /** Reads the ids of a call and adds what is wrong to the errors. */
    static List<Declared> read(Partner partner, Conduct conduct, Parameters parameters, List<DcsError> errors) {
        CustomerIds ids = new CustomerIds(partner, conduct, errors);
        parameters.all("d_cid").forEach(text -> ids.add(text, CustomerIds::number));
        parameters.all("d_cid_ic").forEach(text -> ids.add(text, partner::dataSourceOfCode));
        ids.addPairs(parameters.all("d_dpid"), parameters.all("d_dpuuid"));
        ids.addPairs(parameters.all("dpid"), parameters.all("dpuuid"));
        List<Declared> used = ids.limited();
        if (ids.invalid && used.isEmpty()) {
            errors.add(DcsError.ALL_INVALID);
        }
        return used;
    }

    private interface Namespace {
        OptionalLong dataSource(String text);
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private void add(String text, Namespace namespace) {
        Optional<CustomerId> read = CustomerId.read(text);
        if (read.isEmpty()) {
            refuse(DcsError.CUSTOMER_ID);
            return;
        }
        OptionalLong source = namespace.dataSource(read.get().namespace());
        if (source.isEmpty()) {
            refuse(DcsError.FOREIGN);
        } else {
            add(new Declared(source.getAsLong(), read.get().id(), read.get().authentication()));
        }
    }

    /** The old form; an id without its source, or a source without its id, is no id. */
    private void addPairs(List<String> sources, List<String> ids) {
        for (int i = 0; i < Math.max(sources.size(), ids.size()); i++) {
            String source = i < sources.size() ? sources.get(i) : "";
            String id = i < ids.size() ? ids.get(i) : "";
            add(source + "\u0001" + id, CustomerIds::number);
        }
    }

    private void refuse(DcsError error) {
        errors.add(error);
        invalid = true;
    }

    private void add(Declared id) {
        if (conduct.blocks(id.dataSource())) {
            errors.add(DcsError.BLOCKED_SOURCE);
        } else if (IdKind.isGlobal(id.dataSource())) {
            if (fits(IdKind.ofGlobal(id.dataSource()), id.id())) {
                found.putIfAbsent(id.dataSource() + ":" + id.id(), id);
            } else {
                errors.add(DcsError.DEVICE_ID);
            }
        } else {
            Optional<DataSource> source = partner.definitions().dataSource(id.dataSource());
            if (source.isEmpty()) {
                refuse(DcsError.FOREIGN);
            } else if (source.get().ids() != IdKind.CUSTOMER
                    && !fits(source.get().ids(), id.id())) {
                refuse(DcsError.CUSTOMER_ID);
            } else {
                found.putIfAbsent(id.dataSource() + ":" + id.id(), id);
            }
        }
    }

    private static boolean fits(IdKind kind, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return kind.fits(bytes, 0, bytes.length);
    }

    private List<Declared> limited() {
        List<Declared> all = new ArrayList<>(found.values());
        if (all.size() > MOST) {
            errors.add(DcsError.tooMany(MOST, all.size()));
            all.subList(MOST, all.size()).forEach(discarded -> errors.add(DcsError.DISCARDED));
        }
        Map<Long, Integer> counts = new HashMap<>();
        List<Declared> used = new ArrayList<>();
        for (Declared id : all.subList(0, Math.min(MOST, all.size()))) {
            if (counts.merge(id.dataSource(), 1, Integer::sum) > MOST_OF_NAMESPACE) {
                errors.add(DcsError.NAMESPACE);
            } else {
                used.add(id);
            }
        }
        return used;
    }
}
