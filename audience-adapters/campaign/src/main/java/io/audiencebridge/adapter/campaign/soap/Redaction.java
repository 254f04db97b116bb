// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.TraceDetail;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Copies of a request and of its answer that may be shown. Secrets are shown at no level; people's data only where values were asked for. */
final class Redaction {
    /** Headers whose values are ours and harmless; all others may be a caller's secret. */
    private static final Set<String> HARMLESS = Set.of(
            "soapaction",
            "acc-sdk-version",
            "acc-sdk-auth",
            "acc-sdk-call-retrycount",
            "x-query-source",
            "x-request-id");

    private final boolean values;
    private final SecretText secrets;
    private boolean secretAnswer;

    Redaction(TraceDetail detail, Seq<Secret> live) {
        this.values = detail == TraceDetail.VALUES;
        this.secrets = new SecretText(live);
    }

    /** The request. To be asked for before {@link #answer}, which it tells whether a secret was asked for. */
    String request(Outgoing.Sent sent) {
        boolean secretMethod = isSecret(sent.request());
        StringBuilder shown = new StringBuilder(512);
        shown.append(sent.http().method())
                .append(' ')
                .append(sent.http().uri().getPath())
                .append('\n');
        sent.http()
                .headers()
                .forEach((name, value) -> shown.append(name)
                        .append(": ")
                        .append(header(name, value))
                        .append('\n'));
        sent.http()
                .secretHeaders()
                .keySet()
                .forEach(name -> shown.append(name)
                        .append(": ")
                        .append(SecretText.HIDDEN)
                        .append('\n'));
        if (sent.body().length > 0) {
            RedactedMarkup markup = new RedactedMarkup(secrets, values && !secretMethod);
            shown.append('\n').append(markup.show(sent.body()));
            secretAnswer = secretMethod || markup.namesSecret();
        }
        return shown.toString();
    }

    /** What came. */
    String answer(byte[] body, Outgoing.Sent sent) {
        if (body.length == 0) {
            return "";
        }
        boolean shows = values && !secretAnswer;
        if (sent.body().length > 0 && startsAsXml(body)) {
            return new RedactedMarkup(secrets, shows).show(body);
        }
        // a page, a file or a sentence of a server in between
        boolean isText = sent.body().length > 0;
        return shows && isText
                ? secrets.scrubbed(new String(body, StandardCharsets.UTF_8))
                : "[" + body.length + " bytes]";
    }

    private String header(String name, String value) {
        boolean harmless = HARMLESS.contains(name.toLowerCase(Locale.ROOT));
        return harmless ? secrets.scrubbed(value) : "[" + value.length() + "]";
    }

    /** A method that takes or gives a secret under a name that does not say so. */
    private static boolean isSecret(SoapCall request) {
        return SecretText.names(request.method())
                || request.method().toLowerCase(Locale.ROOT).contains("crypt");
    }

    private static boolean startsAsXml(byte[] body) {
        int at = 0;
        while (at < body.length && (body[at] <= ' ')) {
            at++;
        }
        return at < body.length && body[at] == '<';
    }
}
