// SPDX-License-Identifier: Apache-2.0
package com.example.consumer;

import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridge;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.logging.HttpLoggingInterceptor;

/**
 * Code written for OkHttp 4, with its logging interceptor of that version, calls the sandbox itself and lends its client to the bridge. Arguments: the sandbox's control address, an
 * empty folder, and the jar that the client must come from.
 */
public final class Main {
    private Main() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(OkHttpClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        same("jar of the client", arguments[2], String.valueOf(jar.getFileName()));
        List<String> lines = new CopyOnWriteArrayList<>();
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(new HttpLoggingInterceptor(lines::add).setLevel(HttpLoggingInterceptor.Level.BASIC))
                .build();
        clock(client, arguments[0]);
        same("own lines", true, lines.size() == 2 && lines.get(0).contains("/clock"));

        Emulators emulators = new Emulators(URI.create(arguments[0]));
        HttpSettings http = HttpSettings.builder().client(client).build();
        try (AudienceBridge bridge = AudienceBridge.builder()
                .signIn(ImsSettings.builder()
                        .uri(emulators.address("ims"))
                        .organisation(new ImsOrgId(emulators.text("orgId")))
                        .clientId(emulators.text("clientId"))
                        .clientSecret(Secret.of(emulators.text("clientSecret")))
                        .http(http)
                        .build())
                .connect(CampaignSettings.builder()
                        .uri(emulators.address("campaign"))
                        .http(http)
                        .build())
                .home(Path.of(arguments[1]))
                .build()) {
            int lists = bridge.browse(AudienceQuery.builder()
                            .connection(new ConnectionName("campaign"))
                            .build())
                    .audiences()
                    .size();
            same("lists", true, lists > 0);
            same("the bridge's lines", true, lines.stream().anyMatch(line -> line.contains("soaprouter.jsp")));
            System.out.println(lists + " lists by the user's client, " + lines.size() + " lines logged");
        }
    }

    @SuppressWarnings("deprecation") // as code for OkHttp 3 and 4 is written
    private static void clock(OkHttpClient client, String control) throws Exception {
        Request request = new Request.Builder()
                .url(control + "/clock")
                .post(RequestBody.create(MediaType.parse("application/json"), "{\"advance\":\"PT1S\"}"))
                .build();
        try (Response answer = client.newCall(request).execute()) {
            same("answer", 200, answer.code());
        }
    }

    private static void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(what + " should be " + expected + ", but is " + found);
        }
    }
}
