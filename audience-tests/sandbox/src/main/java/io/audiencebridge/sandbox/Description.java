// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a program needs to use a sandbox, by the keys of the one-line output. */
final class Description {
    private Description() {}

    static Map<String, String> of(Sandbox sandbox, Map<String, URI> addresses) {
        Map<String, String> description = new LinkedHashMap<>();
        addresses.forEach((name, address) -> description.put(name, address.toString()));
        description.put("idService", sandbox.idService().toString());
        description.put("customerData", sandbox.customerData().toString());
        description.put("orgId", sandbox.orgId());
        description.put("clientId", sandbox.clientId());
        description.put("clientSecret", sandbox.clientSecret());
        description.put("operator", sandbox.operator());
        description.put("password", sandbox.password());
        description.put("legacyClientId", sandbox.legacyClientId());
        description.put("legacyClientSecret", sandbox.legacyClientSecret());
        description.put("legacyUser", sandbox.legacyUser());
        description.put("legacyPassword", sandbox.legacyPassword());
        description.put("s3AccessKey", sandbox.s3AccessKey());
        description.put("s3SecretKey", sandbox.s3SecretKey());
        description.put("inboundBucket", sandbox.inboundBucket());
        description.put("outboundBucket", sandbox.outboundBucket());
        description.put("bulkBucket", sandbox.bulkBucket());
        description.put("platformBucket", sandbox.platformBucket());
        description.put("sftpUser", sandbox.sftpUser());
        description.put("sftpPassword", sandbox.sftpPassword());
        description.put("sftpHostKey", sandbox.sftpHostKey());
        return description;
    }
}
