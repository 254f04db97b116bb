// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds every mistake in the settings, and what looks like one. */
final class SettingsCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);
    private static final int USUAL_LENGTH = "5BFE274A5F6980A50A495C08@AdobeOrg".length();

    private static final int FASTEST = 100_000;

    /** After that time without a sign of life Audience Manager has forgotten the link itself. Source: experience-cloud.md, section 6.2. */
    private static final Duration LONGEST_MEMORY = Duration.ofDays(120);

    private SettingsCheck() {}

    static Seq<Violation> of(ExperienceCloudSettings settings) {
        return ImsOrgId.parse(settings.organisation().value())
                .fold(Vector::of, sound -> Vector.<Violation>empty())
                .appendAll(address("uri", settings.uri(), settings))
                .appendAll(Option.ofOptional(settings.companyUri())
                        .toVector()
                        .flatMap(uri -> address("companyUri", uri, settings)))
                .appendAll(positive("mostCustomerIds", settings.mostCustomerIds()))
                .appendAll(positive("mostIdsOfOneNamespace", settings.mostIdsOfOneNamespace()))
                .appendAll(positive("mostLinksRemembered", settings.mostLinksRemembered()))
                .appendAll(remembered(settings.linksRemembered()))
                .appendAll(positive("mostCallsPerSecond", settings.mostCallsPerSecond()))
                .appendAll(pace(settings.mostCallsPerSecond()));
    }

    /** One of Adobe's own pages prints an id that is a character short, so that it may be right all the same. */
    static Option<String> oddity(ImsOrgId organisation) {
        return Option.when(
                organisation.value().length() != USUAL_LENGTH,
                () -> "The organisation id " + organisation + " has "
                        + organisation.value().length() + " characters instead of " + USUAL_LENGTH
                        + "; compare it with the Admin Console");
    }

    static void warn(ImsOrgId organisation) {
        oddity(organisation).forEach(LOG::warn);
    }

    private static Vector<Violation> address(String name, URI uri, ExperienceCloudSettings settings) {
        boolean isBare = uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        return isBare
                ? Vector.ofAll(HttpTransport.plainHttp("experience-cloud." + name, uri, settings.http()))
                : Vector.of(new Violation(
                        "experience-cloud." + name,
                        "must be an absolute address without query, such as " + ExperienceCloudSettings.PRODUCTION));
    }

    private static Vector<Violation> remembered(Optional<Duration> time) {
        return time.filter(each -> each.isNegative() || each.compareTo(LONGEST_MEMORY) > 0)
                .map(each -> Vector.of(new Violation(
                        "experience-cloud.linksRemembered",
                        each + " must be between zero and " + LONGEST_MEMORY.toDays() + " days")))
                .orElse(Vector.empty());
    }

    private static Vector<Violation> pace(int most) {
        return most <= FASTEST
                ? Vector.empty()
                : Vector.of(new Violation("experience-cloud.mostCallsPerSecond", most + " must be at most " + FASTEST));
    }

    private static Vector<Violation> positive(String name, int value) {
        return value > 0
                ? Vector.empty()
                : Vector.of(new Violation("experience-cloud." + name, value + " must be at least 1"));
    }
}
