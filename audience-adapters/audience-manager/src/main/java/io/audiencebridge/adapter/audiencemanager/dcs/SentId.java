// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.AamUuid;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.GlobalDataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Optional;

/**
 * An id as a call names it.
 *
 * @param subject its place in the call, for messages
 * @param namespace what tells equal ids of different kinds apart
 * @param id itself; never for logs
 * @param device the kind of advertising id, if it is one
 * @param declared whether it is a declared id
 */
record SentId(String subject, String namespace, String id, Option<GlobalDataSource> device, boolean declared) {
    static Vector<SentId> of(Optional<AamUuid> uuid, Optional<Ecid> ecid, List<DeclaredId> declared) {
        Vector<SentId> devices = Vector.ofAll(uuid.stream().map(id -> ofDevice("uuid", id.digits())))
                .appendAll(
                        ecid.stream().map(id -> ofDevice("ecid", id.digits())).toList());
        return devices.appendAll(
                Vector.ofAll(declared).zipWithIndex((id, index) -> of("declaredIds[" + index + "]", id)));
    }

    static Vector<SentId> of(AamUuid uuid) {
        return of(Optional.of(uuid), Optional.empty(), List.of());
    }

    static SentId of(String subject, DeclaredId id) {
        Option<GlobalDataSource> device = device(id);
        String namespace = device.map(source -> Long.toString(source.id())).getOrElse(() -> namespace(id));
        return new SentId(subject, namespace, id.id(), device, true);
    }

    /** The id and its kind as one text, equal for equal ids. */
    String key() {
        return namespace + '\u0001' + id;
    }

    @Override
    public String toString() {
        return subject;
    }

    private static SentId ofDevice(String subject, String digits) {
        return new SentId(subject, subject, digits, Option.none(), false);
    }

    private static String namespace(DeclaredId id) {
        return id.dataSource().isPresent()
                ? Long.toString(id.dataSource().getAsLong())
                : "ic:" + id.integrationCode().map(IntegrationCode::value).orElse("");
    }

    private static Option<GlobalDataSource> device(DeclaredId id) {
        return id.dataSource().isPresent()
                ? GlobalDataSource.of(id.dataSource().getAsLong())
                : Option.of(id.integrationCode().map(IntegrationCode::value).orElse(""))
                        .flatMap(code -> Vector.of(GlobalDataSource.values())
                                .find(source -> source.integrationCode().equals(code)));
    }
}
