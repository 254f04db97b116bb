// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.AamUuid;
import io.audiencebridge.adapter.audiencemanager.client.AuthenticationState;
import io.audiencebridge.adapter.audiencemanager.client.Consent;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The parameters of a call, each encoded once, in order. The byte 0x01 that joins the parts of a declared id is written as {@code %01} behind and before
 * encoded parts, and is not encoded again. One builder, one thread.
 */
final class Query {
    private static final String JOINT = "%01";

    private final StringJoiner parameters = new StringJoiner("&");

    Query put(String name, String value) {
        parameters.add(encoded(name) + "=" + encoded(value));
        return this;
    }

    Query put(String name, Optional<String> value) {
        value.ifPresent(text -> put(name, text));
        return this;
    }

    Query uuid(Optional<AamUuid> uuid) {
        return put("d_uuid", uuid.map(AamUuid::digits));
    }

    /** An Experience Cloud id means something in its organisation only. */
    Query ecid(Optional<Ecid> ecid, ImsOrgId organisation) {
        return ecid.isEmpty() ? this : put("d_mid", ecid.map(Ecid::digits)).put("d_orgid", organisation.value());
    }

    Query declared(List<DeclaredId> ids) {
        ids.forEach(this::declared);
        return this;
    }

    Query consent(Optional<Consent> consent) {
        consent.ifPresent(given -> put("gdpr", given.applies() ? "1" : "0").put("gdpr_consent", given.text()));
        return this;
    }

    /** As it stands behind a question mark, or in a form. */
    String text() {
        return parameters.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void declared(DeclaredId id) {
        String state = id.state() == AuthenticationState.UNKNOWN
                ? ""
                : JOINT + id.state().number();
        String name = id.dataSource().isPresent() ? "d_cid" : "d_cid_ic";
        String namespace = id.dataSource().isPresent()
                ? Long.toString(id.dataSource().getAsLong())
                : id.integrationCode().map(IntegrationCode::value).orElse("");
        parameters.add(name + "=" + encoded(namespace) + JOINT + encoded(id.id()) + state);
    }
}
