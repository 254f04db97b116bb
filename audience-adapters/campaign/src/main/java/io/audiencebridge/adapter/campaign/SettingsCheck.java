// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.soap.Manner;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.net.URI;

/** Finds every mistake in the settings. */
final class SettingsCheck {
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_WRITES = 500;
    private static final int MOST_LOOKED_UP = 500;

    private SettingsCheck() {}

    static Seq<Violation> of(CampaignSettings settings) {
        return uri(settings.uri())
                .appendAll(HttpTransport.plainHttp("campaign.uri", settings.uri(), settings.http()))
                .appendAll(signInOf(settings))
                .appendAll(Manner.check(settings.headers())
                        .map(each -> new Violation("campaign." + each.subject(), each.message())))
                .appendAll(within("pageSize", settings.pageSize(), MOST_ROWS))
                .appendAll(within("writeBatchSize", settings.writeBatchSize(), MOST_WRITES))
                .appendAll(within("lookUpBatchSize", settings.lookUpBatchSize(), MOST_LOOKED_UP))
                .appendAll(unless(
                        settings.listFolder().map(name -> !name.isBlank()).orElse(true),
                        "listFolder",
                        "must be the internal name of a folder, such as nmsGroup"))
                .appendAll(Vector.ofAll(settings.optOutFlags()).flatMap(SettingsCheck::flag))
                .appendAll(IntegrationCheck.of(settings))
                .appendAll(unless(
                        !settings.changeOverlap().isNegative(),
                        "changeOverlap",
                        settings.changeOverlap() + " must not be negative"))
                .appendAll(FieldPath.of(settings.visitorIdPath())
                        .map(path -> Vector.<Violation>empty())
                        .getOrElse(() ->
                                one("visitorIdPath", "'" + settings.visitorIdPath() + "' " + FieldPath.EXPLANATION)));
    }

    private static Vector<Violation> uri(URI uri) {
        String scheme = String.valueOf(uri.getScheme());
        boolean isWeb = uri.getHost() != null && scheme.matches("(?i)https?");
        return unless(
                isWeb && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null,
                "uri",
                shown(uri) + "must be an absolute https address without query or credentials, such as"
                        + " https://instance.example.com");
    }

    /** Credentials stand before the host or in the query; an address with either is not repeated. */
    private static String shown(URI uri) {
        boolean mayHideSecret = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.isOpaque();
        return mayHideSecret ? "" : "'" + uri + "' ";
    }

    /** The sign-in that the settings mean, sound or not. */
    static CampaignSignIn signIn(CampaignSettings settings) {
        boolean isNative =
                settings.operator().isPresent() || settings.password().isPresent();
        return settings.signIn()
                .orElseGet(() -> isNative
                        ? CampaignSignIn.operator(
                                settings.operator().orElse(""),
                                settings.password().orElseGet(() -> Secret.of("")))
                        : CampaignSignIn.ims());
    }

    private static Vector<Violation> signInOf(CampaignSettings settings) {
        if (settings.signIn().isEmpty()) {
            return operator(settings);
        }
        CampaignSignIn chosen = settings.signIn().get();
        if (chosen instanceof CampaignSignIn.Operator operator) {
            return unless(
                            settings.operator().isEmpty() && settings.password().isEmpty(),
                            "signIn",
                            "names an operator beside operator and password; leave those out")
                    .appendAll(unless(!operator.name().isBlank(), "signIn", "must name an operator"))
                    .appendAll(unless(!operator.password().isEmpty(), "signIn", "must have the operator's password"));
        }
        return unless(
                tokens(chosen), "signIn", "must have every token that it is made of; one is empty or unprintable");
    }

    private static boolean tokens(CampaignSignIn chosen) {
        if (chosen instanceof CampaignSignIn.Tokens given) {
            return isToken(given.session()) && isToken(given.security());
        }
        if (chosen instanceof CampaignSignIn.SessionToken given) {
            return isToken(given.session());
        }
        return !(chosen instanceof CampaignSignIn.SecurityToken given) || isToken(given.security());
    }

    /** Tokens travel in headers. */
    private static boolean isToken(Secret token) {
        String text = token.reveal();
        return !text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private static Vector<Violation> operator(CampaignSettings settings) {
        boolean named = settings.operator().map(name -> !name.isBlank()).orElse(false);
        boolean secret =
                settings.password().map(password -> !password.isEmpty()).orElse(false);
        if (settings.operator().isPresent() && !named) {
            return one("operator", "must not be blank; leave it out to sign in with IMS");
        }
        if (named && !secret) {
            return one("password", "is missing or empty; a native session needs the operator's password");
        }
        return unless(
                named || settings.password().isEmpty(), "operator", "is missing; a password alone signs nobody in");
    }

    private static Vector<Violation> within(String setting, int value, int most) {
        return unless(value >= 1 && value <= most, setting, value + " must be from 1 to " + most);
    }

    private static Vector<Violation> flag(String name) {
        return unless(
                name.matches("[A-Za-z_][A-Za-z0-9_]*"),
                "optOutFlags",
                "'" + name + "' must be the plain name of a recipient's flag, such as blackList");
    }

    private static Vector<Violation> unless(boolean sound, String setting, String message) {
        return sound ? Vector.empty() : one(setting, message);
    }

    private static Vector<Violation> one(String setting, String message) {
        return Vector.of(new Violation("campaign." + setting, message));
    }
}
