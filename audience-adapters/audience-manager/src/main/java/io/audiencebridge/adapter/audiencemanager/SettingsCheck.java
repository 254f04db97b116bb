// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.adapter.audiencemanager.files.OutboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.OutboundSettings;
import io.audiencebridge.adapter.audiencemanager.files.PartLimits;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Finds every mistake in the settings. */
final class SettingsCheck {
    private static final Pattern VERSIONED = Pattern.compile(".*/v1/*");
    private static final Pattern FOLDER = Pattern.compile("[^/\\s\\p{Cntrl}]+(/[^/\\s\\p{Cntrl}]+)*");

    private SettingsCheck() {}

    static Seq<Violation> of(AudienceManagerSettings settings) {
        return Vector.of(
                        uri("uri", settings.uri()),
                        plainHttp(settings),
                        partner(settings.partner()),
                        exchange("inbound", settings.inbound()),
                        exchange("outbound", settings.outbound()),
                        outbound(SettingsCheck::shared, Delivery.shared(settings)),
                        destinations(settings),
                        cipher(settings),
                        unless(
                                settings.inboundPartBytes() > 0 && settings.inboundPartBytes() <= PartLimits.MOST_BYTES,
                                "inboundPartBytes",
                                settings.inboundPartBytes() + " must be between 1 and " + PartLimits.MOST_BYTES),
                        legacySignIn(settings.legacySignIn()),
                        mergeRules(settings.mergeRules()),
                        folder("traitFolderId", settings.traitFolderId()),
                        folder("segmentFolderId", settings.segmentFolderId()),
                        unless(settings.pageSize() > 0, "pageSize", settings.pageSize() + " must be 1 or more"),
                        unless(
                                !settings.traitLiveAfter().isNegative(),
                                "traitLiveAfter",
                                settings.traitLiveAfter() + " must not be negative"),
                        RealTimeCheck.of(settings.dataCollection()),
                        organisation(settings))
                .flatMap(found -> found);
    }

    private static Vector<Violation> plainHttp(AudienceManagerSettings settings) {
        Map<String, URI> addresses = LinkedHashMap.of("uri", settings.uri());
        for (LegacySignIn signIn : Option.ofOptional(settings.legacySignIn())) {
            addresses = addresses.put("legacySignIn.uri", signIn.uri());
        }
        for (DataCollectionSettings real : Option.ofOptional(settings.dataCollection())) {
            addresses =
                    addresses.put("dataCollection.uri", real.uri()).put("dataCollection.idService", real.idService());
            for (var region : real.regions().entrySet()) {
                addresses = addresses.put("dataCollection.regions[" + region.getKey() + "]", region.getValue());
            }
        }
        return addresses
                .toVector()
                .flatMap(each -> HttpTransport.plainHttp("audienceManager." + each._1, each._2, settings.http()));
    }

    private static Vector<Violation> uri(String setting, URI uri) {
        boolean isWeb = uri.getHost() != null
                && uri.getScheme() != null
                && uri.getScheme().matches("(?i)https?");
        if (!isWeb || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return one(
                    setting,
                    "must be an absolute https address without query or credentials, such as https://aam.adobe.io");
        }
        return unless(
                !VERSIONED.matcher(uri.getPath()).matches(),
                setting,
                "must end before the version; leave out " + uri.getPath().replaceAll(".*(/v1/*)$", "$1"));
    }

    private static Vector<Violation> legacySignIn(Optional<LegacySignIn> signIn) {
        return Vector.ofAll(signIn.stream())
                .flatMap(given -> Vector.of(
                                uri("legacySignIn.uri", given.uri()),
                                filled("legacySignIn.clientId", given.clientId().isBlank()),
                                filled(
                                        "legacySignIn.clientSecret",
                                        given.clientSecret().isEmpty()),
                                filled("legacySignIn.username", given.username().isBlank()),
                                filled("legacySignIn.password", given.password().isEmpty()))
                        .flatMap(found -> found));
    }

    private static Vector<Violation> filled(String setting, boolean empty) {
        return unless(!empty, setting, "is empty; Audience Manager gives it with the client");
    }

    private static Vector<Violation> organisation(AudienceManagerSettings settings) {
        return unless(
                settings.legacySignIn().isEmpty()
                        || settings.dataCollection()
                                .filter(real -> real.organisation().isEmpty())
                                .isEmpty(),
                "dataCollection.organisation",
                "must be given where Audience Manager's own sign-in is used, since that one names no organisation");
    }

    private static Vector<Violation> mergeRules(List<MergeRule> rules) {
        boolean distinct =
                Vector.ofAll(rules).map(MergeRule::dataSourceId).distinct().size() == rules.size();
        return unless(distinct, "mergeRules", "describes a rule twice; describe each once")
                .appendAll(Vector.ofAll(rules).flatMap(SettingsCheck::mergeRule));
    }

    private static Vector<Violation> mergeRule(MergeRule rule) {
        boolean reading = rule.authentication() == MergeRule.Authentication.LAST_AUTHENTICATED
                || rule.authentication() == MergeRule.Authentication.CURRENT_AUTHENTICATED;
        return unless(
                        rule.dataSourceId() > 0,
                        "mergeRules",
                        rule.dataSourceId()
                                + " is no data source; use the number that segments name as mergeRuleDataSourceId")
                .appendAll(unless(
                        !reading || !rule.dataSources().isEmpty(),
                        "mergeRules",
                        "rule " + rule.dataSourceId()
                                + " reads profiles of persons; name the data sources that its page shows"));
    }

    private static Vector<Violation> partner(Optional<String> partner) {
        boolean sound = partner.map(name -> FOLDER.matcher(name).matches() && !name.contains(".."))
                .orElse(true);
        return unless(
                sound,
                "partner",
                "'" + partner.orElse("")
                        + "' must be a folder's name without blanks and without a slash at its ends; Adobe tells it with the bucket's credentials");
    }

    private static Vector<Violation> exchange(String setting, String name) {
        return unless(!name.isBlank(), setting, "must name a file exchange of the bridge, such as " + setting);
    }

    private static Vector<Violation> outbound(UnaryOperator<String> setting, OutboundSettings files) {
        return OutboundFiles.check(files)
                .fold(error -> templates(setting, error), sound -> Vector.<Violation>empty())
                .appendAll(unless(
                        files.headerLines() >= 0,
                        setting.apply("headerLines"),
                        files.headerLines() + " must not be negative"))
                .appendAll(unless(
                        !files.every().isNegative() && !files.every().isZero(),
                        setting.apply("every"),
                        files.every()
                                + " must be longer than nothing; give how often the destination delivers changes"));
    }

    private static Vector<Violation> templates(UnaryOperator<String> setting, BridgeError error) {
        return error instanceof BridgeError.InvalidRequest invalid
                ? invalid.violations().toVector().flatMap(wrong -> one(setting.apply(wrong.subject()), wrong.message()))
                : one(setting.apply("names"), error.message());
    }

    private static String shared(String field) {
        return "outbound" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }

    private static Vector<Violation> destinations(AudienceManagerSettings settings) {
        Vector<DestinationSettings> all = Vector.ofAll(settings.destinations());
        return all.flatMap(own -> outbound(field -> "destinations." + own.id() + "." + field, Delivery.own(own)))
                .appendAll(unless(
                        all.map(DestinationSettings::id).distinct().size() == all.size(),
                        "destinations",
                        "a destination has settings twice; leave one of them out"));
    }

    private static Vector<Violation> cipher(AudienceManagerSettings settings) {
        return settings.inboundCipher()
                .map(name ->
                        unless(!name.isBlank(), "inboundCipher", "must name a cipher of the bridge, or be left out"))
                .orElse(Vector.empty());
    }

    private static Vector<Violation> folder(String setting, long id) {
        return unless(id >= 0, setting, id + " is no folder id; take it from the folder list, 0 is the root");
    }

    private static Vector<Violation> unless(boolean sound, String setting, String message) {
        return sound ? Vector.empty() : one(setting, message);
    }

    private static Vector<Violation> one(String setting, String message) {
        return Vector.of(new Violation("audienceManager." + setting, message));
    }
}
