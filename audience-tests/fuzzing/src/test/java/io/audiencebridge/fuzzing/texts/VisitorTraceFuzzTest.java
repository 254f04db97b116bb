// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.texts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.experiencecloud.client.CustomerIds;
import io.audiencebridge.adapter.experiencecloud.client.HandOver;
import io.audiencebridge.adapter.experiencecloud.client.HandOverRules;
import io.audiencebridge.adapter.experiencecloud.client.Reading;
import io.audiencebridge.adapter.experiencecloud.client.SupplementalData;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookie;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookies;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;

/** What a browser brings: a cookie's value, a header of cookies, an address with a hand-over, customer ids. It may have been written by anybody. */
class VisitorTraceFuzzTest {
    @FuzzTest
    void any_text_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input).perhapsAmplified();
        Watched.reading(foreign.length(), () -> {
            read(foreign.text());
            read(foreign.latin());
        });
    }

    private static void read(String text) {
        for (Reading reading : Reading.values()) {
            VisitorCookie.read(text, reading).forEach(cookie -> {
                VisitorCookie again =
                        VisitorCookie.read(cookie.value(), reading).get();
                require(again.ecid().equals(cookie.ecid()), "A cookie that was read is written as another");
            });
            VisitorCookies.read(text, FuzzBridge.ORGANISATION, reading).forEach(VisitorCookies::ecid);
            VisitorCookies.read(
                            VisitorCookie.name(FuzzBridge.ORGANISATION) + "=" + text, FuzzBridge.ORGANISATION, reading)
                    .forEach(VisitorCookies::analyticsId);
            VisitorId.parse(text, reading);
        }
        handOvers(text);
        handOvers("https://www.example.com/?adobe_mc=" + text);
        CustomerIds.query(CustomerIds.ofRequest(text));
        CustomerIds.ofStore(text);
        Ecid.parse(text);
        ImsOrgId.parse(text);
    }

    private static void handOvers(String address) {
        HandOver.read(address, FuzzBridge.ORGANISATION, FuzzBridge.NOON, HandOverRules.strict())
                .forEach(found -> found.forEach(HandOver::parameter));
        HandOver.read(address, FuzzBridge.ORGANISATION, FuzzBridge.NOON, HandOverRules.lenient())
                .forEach(found -> found.forEach(handOver -> handOver.appendedTo(address)));
        SupplementalData.read(address, FuzzBridge.ORGANISATION, FuzzBridge.NOON);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
