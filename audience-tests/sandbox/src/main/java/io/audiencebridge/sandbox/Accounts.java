// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import io.audiencebridge.sandbox.audiencemanager.LegacyAccount;
import io.audiencebridge.sandbox.ims.ImsClient;

/** Who may use the sandbox, and what its buckets are called. Some secrets hold characters that need care on purpose; none is a secret. */
final class Accounts {
    static final String ORG_ID = "7F3A1C5E60B2D4980A495E11@AdobeOrg";
    static final String CLIENT_ID = "5a4d3c2b1a0f4e5d8c7b6a5f4e3d2c1b";
    static final String CLIENT_SECRET = "p8e-Sandbox+secret/with=odd&signs%";
    static final String OPERATOR = "sandbox";
    static final String PASSWORD = "sandbox-password";
    static final String LEGACY_CLIENT_ID = "sandbox-legacy";
    static final String LEGACY_CLIENT_SECRET = "legacy:Secret+/=%";
    static final String LEGACY_USER = "sandbox-api-user";
    static final String LEGACY_PASSWORD = "legacy+Password&%";
    static final String S3_ACCESS_KEY = "SANDBOXACCESSKEYID42";
    static final String S3_SECRET_KEY = "sandbox/secret+key/7JpQ0w3Ld9Xv1Rt5Bn8Yc2Km";
    static final String INBOUND_BUCKET = "aam-inbound";
    static final String OUTBOUND_BUCKET = "aam-outbound";
    static final String BULK_BUCKET = "campaign-bulk";
    static final String PLATFORM_BUCKET = "platform-exports";

    private Accounts() {}

    static ImsClient client() {
        return new ImsClient(ORG_ID, CLIENT_ID, CLIENT_SECRET);
    }

    static LegacyAccount legacy() {
        return new LegacyAccount(LEGACY_CLIENT_ID, LEGACY_CLIENT_SECRET, LEGACY_USER, LEGACY_PASSWORD);
    }
}
