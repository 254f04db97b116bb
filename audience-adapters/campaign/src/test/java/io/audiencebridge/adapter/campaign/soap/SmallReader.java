// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.net.URI;
import java.time.InstantSource;

/** Reads from one address after the other in a Java with a small heap, by rows and by a count, and prints what came of it. */
final class SmallReader {
    private SmallReader() {}

    public static void main(String[] addresses) {
        for (String address : addresses) {
            HttpTransport transport = HttpTransport.to(SystemId.CAMPAIGN, HttpSettings.standard());
            try (CampaignSoap soap = new Connection(
                            transport, URI.create(address), Manner.plain(), InstantSource.system())
                    .open(CampaignSignIn.operator("admin", Secret.of("secret")), Option.none())) {
                System.out.println(told(rows(soap)) + " | " + told(soap.count(query(), Instance.call())));
            }
        }
    }

    private static Either<BridgeError, Long> rows(CampaignSoap soap) {
        return soap.rows(query(), 10_000, Instance.call()).flatMap(rows -> {
            try (rows) {
                long seen = 0;
                Either<BridgeError, Boolean> next = rows.next();
                for (; next.isRight() && next.get(); next = rows.next()) {
                    seen++;
                }
                long all = seen;
                return next.map(done -> all);
            }
        });
    }

    private static Query query() {
        return Query.on("nms:recipient").select(XPath.of("@id")).build();
    }

    private static String told(Either<BridgeError, Long> outcome) {
        return outcome.fold(error -> error.code() + ": " + error.message(), rows -> rows + " rows");
    }
}
