// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** {@code xtk:session} and {@code xtk:counter}: options, time, ids, the user. Source: campaign.md, section 3.6. */
final class SessionService {
    static final String NAME = "xtk:session";

    private static final String COUNTER = "xtk:counter";
    private static final long MOST_IDS = 10_000;

    private final CampaignData data;
    private final ServerInfo info;
    private final InstantSource clock;
    private final Map<String, Integer> counters = new HashMap<>();

    SessionService(CampaignData data, ServerInfo info, InstantSource clock) {
        this.data = data;
        this.info = info;
        this.clock = clock;
    }

    void register(Services services) {
        services.named(NAME)
                .on("GetServerTime", Services.Access.ANONYMOUS, request -> serverTime())
                .on("TestCnx", request -> SoapAnswers.answer(NAME, "TestCnx", ""))
                .on("GetOption", this::option)
                .on("EncryptPassword", SessionService::encrypt)
                .on("GetUserInfo", request -> userInfo())
                .on("GetNewIdsEx", this::newIds);
        services.named(COUNTER).on("IncreaseValue", this::increaseValue);
    }

    void reset() {
        counters.clear();
    }

    private String serverTime() {
        String time = clock.instant().toString();
        return SoapAnswers.answer(NAME, "GetServerTime", SoapAnswers.value("ptmServerTime", "dateTime", time));
    }

    private String option(SoapRequest request) {
        Row option = data.option(request.text(0));
        OptionValue value = option == null ? OptionValue.none() : OptionValue.of(option);
        return SoapAnswers.answer(
                NAME,
                "GetOption",
                SoapAnswers.value("pstrValue", "string", value.text())
                        + SoapAnswers.value("pbtType", "byte", value.type()));
    }

    private static String encrypt(SoapRequest request) {
        String encrypted = Secrets.encrypt(request.text(0));
        return SoapAnswers.answer(NAME, "EncryptPassword", SoapAnswers.value("pstrEncrypted", "string", encrypted));
    }

    private String userInfo() {
        return SoapAnswers.answer(NAME, "GetUserInfo", SoapAnswers.element("pUserInfo", info.user()));
    }

    private String newIds(SoapRequest request) {
        String asked = request.text(0).strip();
        if (!asked.matches("\\d{1,5}") || Long.parseLong(asked) > MOST_IDS) {
            throw SoapFault.unreadable("count: " + asked);
        }
        String ids = LongStream.range(0, Long.parseLong(asked))
                .mapToObj(each -> Long.toString(data.nextNumber()))
                .collect(Collectors.joining(","));
        return SoapAnswers.answer(NAME, "GetNewIdsEx", SoapAnswers.value("pstrIds", "string", ids));
    }

    private String increaseValue(SoapRequest request) {
        // Without a name too: Adobe's own client sends none when it uploads a file.
        int value = counters.merge(request.text(0).strip(), 1, Integer::sum);
        return SoapAnswers.answer(
                COUNTER, "IncreaseValue", SoapAnswers.value("plValue", "int", Integer.toString(value)));
    }
}
