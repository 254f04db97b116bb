// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignread;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.system.SystemId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The floor: the same requests, and of the answers the bytes alone. Counts on the sandbox's ids, which are 1, 2 and so on. Arguments: address, operator,
 * password, rows a page, recipients.
 */
public final class ByteReader {
    private final HttpTransport transport = HttpTransport.to(SystemId.CAMPAIGN, HttpSettings.standard());
    private final byte[] buffer = new byte[16 << 10];
    private final URI router;
    private final String session;
    private final String security;

    private ByteReader(String instance, String operator, String password) throws IOException {
        this.router = URI.create(instance.replaceAll("/+$", "") + "/nl/jsp/soaprouter.jsp");
        String tokens = text(post(
                "xtk:session",
                "Logon",
                "<sessiontoken/><login>" + operator + "</login><password>" + password + "</password><parameters/>",
                ""));
        this.session = between(tokens, "pstrSessionToken");
        this.security = between(tokens, "pstrSecurityToken");
    }

    /** Serves. */
    public static void main(String[] arguments) throws IOException {
        ByteReader reader = new ByteReader(arguments[0], arguments[1], arguments[2]);
        int page = Integer.parseInt(arguments[3]);
        int recipients = Integer.parseInt(arguments[4]);
        Desk.serve(tally -> reader.read(page, recipients, tally));
    }

    /** The last page is the empty one, as for the others. */
    private void read(int page, int recipients, Tally tally) throws IOException {
        for (int last = 0; ; last += page) {
            try (HttpAnswer.Streaming answer = post("xtk:queryDef", "ExecuteQuery", query(page, last), security)) {
                InputStream body = answer.body();
                for (int count = body.read(buffer); count >= 0; ) {
                    count = body.read(buffer);
                }
            }
            if (last >= recipients) {
                return;
            }
            for (int row = 0; row < Math.min(page, recipients - last); row++) {
                tally.add(0, "");
            }
        }
    }

    private String query(int page, int last) {
        return "<sessiontoken>" + session
                + "</sessiontoken><document><queryDef schema='nms:recipient' operation='select'"
                + " lineCount='" + page + "'><select><node expr='@id'/><node expr='@email'/><node expr='@declaredId'/>"
                + "<node expr='@blackList'/><node expr='@blackListEmail'/><node expr='[@folder-id]'/></select>"
                + "<where><condition expr='@id &gt; " + last + "'/></where><orderBy><node expr='@id'/></orderBy>"
                + "</queryDef></document>";
    }

    private HttpAnswer.Streaming post(String service, String method, String parameters, String token) {
        byte[] envelope = ("<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><m:" + method
                        + " xmlns:m='urn:" + service + "'>" + parameters + "</m:" + method + "></e:Body></e:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        HttpCall request = HttpCall.post(router, HttpBody.bytes("text/xml; charset=UTF-8", envelope))
                .putHeaders("SOAPAction", service + "#" + method)
                .putHeaders("X-Security-Token", token)
                .build();
        Call call = Call.within("floor", Duration.ofMinutes(10), System::nanoTime, Progress.SILENT);
        return transport.open(request, call).getOrElseThrow(error -> new IllegalStateException(error.message()));
    }

    private static String text(HttpAnswer.Streaming answer) throws IOException {
        try (answer) {
            return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String between(String text, String element) {
        Matcher found = Pattern.compile("<" + element + "[^>]*>([^<]*)<").matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The logon gave no " + element);
        }
        return found.group(1).replace("&amp;", "&");
    }
}
