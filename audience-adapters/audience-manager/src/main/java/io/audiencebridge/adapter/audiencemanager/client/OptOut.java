// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A person's wish not to be in this company's data any more: for the declared ids and the device that was linked to them last, or for one device. Nothing
 * that was collected before is deleted by it. Source: Audience Manager, "Data privacy requests", "Declared IDs".
 */
@HouseValue
@Value.Immutable
public interface OptOut {
    /** The person's declared ids; excludes the others. */
    List<DeclaredId> declaredIds();

    /** A device by Audience Manager's id; goes with {@link #pair()}, whose device it then is, and excludes the others. */
    Optional<AamUuid> uuid();

    /** A device by its Experience Cloud id; excludes the others. */
    Optional<Ecid> ecid();

    /** The organisation of {@link #ecid()}; by default the one that the connection signs in for. */
    Optional<ImsOrgId> organisation();

    /** A data source's number and an id in it, as the older parameters {@code d_dpid} and {@code d_dpuuid} name a person; excludes the others but {@link #uuid()}. */
    Optional<DeclaredId> pair();

    /** The person's region, if the caller is sure that there is no other. Without it an opt-out goes to all regions, or to the one that answers told for that device. */
    Optional<Integer> region();

    /** For a person. */
    static OptOut of(DeclaredId... ids) {
        return builder().addDeclaredIds(ids).build();
    }

    /** For a device. */
    static OptOut of(AamUuid device) {
        return builder().uuid(device).build();
    }

    /** For a device. */
    static OptOut of(Ecid device) {
        return builder().ecid(device).build();
    }

    /** Refuses a wish of nobody, and one of two. */
    @Value.Check
    default void check() {
        int scopes = (declaredIds().isEmpty() ? 0 : 1)
                + (ecid().isPresent() ? 1 : 0)
                + (pair().isPresent() || uuid().isPresent() ? 1 : 0);
        Requirement.that(scopes == 1, "an opt-out is for declared ids, or for a device, or for a pair");
        Requirement.that(
                pair().map(id -> id.dataSource().isPresent()).orElse(true), "a pair names its data source by number");
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds opt-outs. */
    final class Builder extends ImmutableOptOut.Builder {
        Builder() {}
    }
}
