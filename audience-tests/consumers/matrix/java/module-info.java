// SPDX-License-Identifier: Apache-2.0

/** A user's application. On the class path this is left aside. */
module com.example.consumer {
    requires com.fasterxml.jackson.databind;
    requires io.audiencebridge.adapter.audiencemanager;
    requires io.audiencebridge.adapter.campaign;
    requires io.audiencebridge.adapter.ims;
    requires io.audiencebridge.adapter.storage;
    requires io.audiencebridge.domain;
    requires io.audiencebridge.sdk;
    requires java.net.http;
}
