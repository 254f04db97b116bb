// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * What answers mean that are not what was asked for: sentences, pages for people, ways elsewhere, statuses. They come from Campaign itself or from whatever
 * stands in between; their words are never passed on.
 */
final class OtherAnswers {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** UNVERIFIED: how the way to a logon page of Campaign or of IMS is spelled. */
    private static final Pattern LOGON = Pattern.compile("log_?[io]n|signin", Pattern.CASE_INSENSITIVE);

    private static final Pattern PAGE = Pattern.compile(
            "\\A\\uFEFF?\\s*(?:<!--.*?-->\\s*){0,8}<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private OtherAnswers() {}

    /** Whether {@code body} begins as a page for people. */
    static boolean isPage(String body) {
        return PAGE.matcher(body).find();
    }

    /**
     * Right: a refusal. Left: what else it means. Some refusals come as a plain sentence that begins with a code. Source: Campaign 7.4 answers a wrong password
     * with 403 and such a sentence.
     *
     * @param words how it begins
     */
    static Either<BridgeError, Fault> of(Incoming incoming, String words) {
        int status = incoming.http().status();
        if (status / 100 == 3) {
            return redirected(incoming);
        }
        boolean page = isPage(words);
        Fault fault = Fault.of(page ? "" : words);
        boolean campaigns = fault.codes().nonEmpty()
                && (status == FORBIDDEN
                        || words.stripLeading().startsWith(fault.codes().head()));
        if (campaigns) {
            return weighed(fault, incoming.http());
        }
        if (status == UNAUTHORIZED) {
            return Either.right(Fault.signInRequired());
        }
        return Either.left(page ? page(incoming) : other(incoming));
    }

    /** A fault that says no more than that something went wrong counts less than a status that says what. */
    static Either<BridgeError, Fault> weighed(Fault fault, HttpAnswer.Streaming answer) {
        if (!Refusals.isVague(fault)) {
            return Either.right(fault);
        }
        return switch (answer.status()) {
            case UNAUTHORIZED -> Either.right(Fault.signInRequired());
            case 429, 502, 503, 504 -> Either.left(answer.error(fault.toString()));
            default -> Either.right(fault);
        };
    }

    private static BridgeError page(Incoming incoming) {
        return isGood(incoming)
                ? incoming.breach("an HTML page for people")
                : incoming.http().error("it came as an HTML page for people, so perhaps from a proxy in between");
    }

    private static BridgeError other(Incoming incoming) {
        return isGood(incoming)
                ? incoming.breach("something else than a SOAP answer")
                : incoming.http().error("");
    }

    private static boolean isGood(Incoming incoming) {
        return incoming.http().status() / 100 == 2;
    }

    private static Either<BridgeError, Fault> redirected(Incoming incoming) {
        String location = incoming.http().header("Location").orElse("");
        return LOGON.matcher(location).find()
                ? Either.right(Fault.signInRequired())
                : Either.left(incoming.breach("status " + incoming.http().status() + " and the way to "
                        + place(location) + ", which is not followed"));
    }

    /** Scheme and host alone: the rest may carry what nobody should see. */
    private static String place(String location) {
        try {
            URI uri = URI.create(location);
            return uri.getHost() == null ? "another page of it" : uri.getScheme() + "://" + uri.getHost();
        } catch (IllegalArgumentException unreadable) {
            return "an unreadable address";
        }
    }
}
