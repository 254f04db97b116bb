// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudienceQuery;
import io.audiencebridge.adapter.experienceplatform.rest.AudienceCalls;
import io.audiencebridge.adapter.experienceplatform.rest.AudiencesPage;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.Locale;

/** Platform's audiences, newest change first; a page token is Platform's own. A page of a search may hold fewer audiences than asked for though more follow. */
final class AudienceList implements AudienceCatalog {
    private final AudienceCalls audiences;
    private final int pageSize;

    AudienceList(AudienceCalls audiences, int pageSize) {
        this.audiences = audiences;
        this.pageSize = pageSize;
    }

    @Override
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
        if (query.pageSize() < 1) {
            return Either.left(BridgeError.InvalidRequest.of("pageSize", query.pageSize() + " must be 1 or more"));
        }
        PlatformAudienceQuery wanted =
                PlatformAudienceQuery.builder().name(query.search()).build();
        return audiences
                .page(wanted, Math.min(query.pageSize(), pageSize), query.page(), call)
                .flatMap(page -> page.next().isPresent() && page.next().equals(query.page())
                        ? Either.left(endless(call))
                        : Either.right(new AudiencePage(shown(query, page), page.next())));
    }

    @Override
    public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
        return audiences
                .find(audience.id(), call)
                .flatMap(found -> found.toEither(() -> new BridgeError.NotFound(
                        "There is no audience " + audience.id()
                                + " in this sandbox of Experience Platform, or the credential may not see it; take the id from the list",
                        Incident.at(ExperiencePlatformSettings.SYSTEM, call.correlationId()))))
                .map(one -> describe(audience, one));
    }

    private static Seq<Audience> shown(AudienceQuery query, AudiencesPage page) {
        return page.audiences()
                .filter(one -> query.search().stream().allMatch(text -> contains(one.name(), text)))
                .map(one -> describe(new AudienceRef(query.connection(), one.id()), one));
    }

    private static Audience describe(AudienceRef ref, PlatformAudience one) {
        return new Audience.PlatformAudience(AudienceDetails.builder()
                .ref(ref)
                .title(one.name())
                .description(one.description())
                .source(one.namespace())
                .size(one.size())
                .active(one.lifecycle().map("published"::equalsIgnoreCase).orElse(true))
                .modified(one.updated())
                .build());
    }

    private static BridgeError endless(Call call) {
        return new BridgeError.ProtocolBreach(
                "Experience Platform answered with a list that leads back to itself; report it with the correlation id",
                Incident.at(ExperiencePlatformSettings.SYSTEM, call.correlationId()));
    }

    private static boolean contains(String title, String text) {
        return title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
