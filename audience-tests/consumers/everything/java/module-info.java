// SPDX-License-Identifier: Apache-2.0

/** A user's application with everything in it. On the class path this is left aside. */
module com.example.consumer {
    requires com.fasterxml.jackson.databind;
    requires io.audiencebridge.adapter.audiencemanager;
    requires io.audiencebridge.adapter.campaign;
    requires io.audiencebridge.adapter.engineduckdb;
    requires io.audiencebridge.adapter.ims;
    requires io.audiencebridge.adapter.journaljdbc;
    requires io.audiencebridge.adapter.openpgp;
    requires io.audiencebridge.adapter.storages3;
    requires io.audiencebridge.adapter.storagesftp;
    requires io.audiencebridge.domain;
    requires io.audiencebridge.sdk;
    requires java.net.http;
}
