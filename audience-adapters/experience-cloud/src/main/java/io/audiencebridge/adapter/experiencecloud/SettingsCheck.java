// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds every mistake in the settings, and what looks like one. */
final class SettingsCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);
    private static final int USUAL_LENGTH = "5BFE274A5F6980A50A495C08@AdobeOrg".length();

    private SettingsCheck() {}

    static Seq<Violation> of(ExperienceCloudSettings settings) {
        return ImsOrgId.parse(settings.organisation().value())
                .fold(Vector::of, sound -> Vector.<Violation>empty())
                .appendAll(address("uri", settings.uri()))
                .appendAll(
                        Option.ofOptional(settings.companyUri()).toVector().flatMap(uri -> address("companyUri", uri)))
                .appendAll(positive("mostCustomerIds", settings.mostCustomerIds()))
                .appendAll(positive("mostIdsOfOneNamespace", settings.mostIdsOfOneNamespace()));
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

    private static Vector<Violation> address(String name, URI uri) {
        boolean isBare = uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        return isBare
                ? Vector.empty()
                : Vector.of(new Violation(
                        "experience-cloud." + name,
                        "must be an absolute address without query, such as " + ExperienceCloudSettings.PRODUCTION));
    }

    private static Vector<Violation> positive(String name, int value) {
        return value > 0
                ? Vector.empty()
                : Vector.of(new Violation("experience-cloud." + name, value + " must be at least 1"));
    }
}
