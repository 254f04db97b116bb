// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.AudienceOriginSettings;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule;
import io.audiencebridge.domain.audience.AudienceOrigin;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells where segments were made, by the names of their folders and data sources; traits are asked for only where those leave a doubt. Safe for use by several threads.
 * Source: experience-cloud.md, sections 3.1 to 3.6.
 */
final class AudienceOrigins {
    /** The id of an audience of Experience Platform, which its segment has as integration code. */
    private static final Pattern PLATFORM_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final AudienceOriginSettings names;
    private final KnownDataSources dataSources;
    private final KnownFolders folders;
    private final KnownTraits traits;

    AudienceOrigins(Company company, KnownDataSources dataSources) {
        this.names = company.settings().origins();
        this.dataSources = dataSources;
        this.folders = new KnownFolders(company.segmentFolders()::root);
        this.traits = new KnownTraits(company.traits());
    }

    /** Right, none: data source or folder may not be seen, and the other one does not tell. */
    Either<BridgeError, Option<AudienceOrigin>> of(Segment segment, Call call) {
        if (segment.integrationCode().filter(AudienceCode::isOurs).isPresent()) {
            return Either.right(Option.some(AudienceOrigin.CAMPAIGN));
        }
        return dataSources
                .of(segment.dataSourceId(), call)
                .flatMap(source -> folders.of(segment.folderId(), call)
                        .flatMap(folder -> byNames(source, folder.getOrElse(List.of()))
                                .map(known -> Either.<BridgeError, Option<AudienceOrigin>>right(Option.some(known)))
                                .getOrElse(() ->
                                        byTraits(segment, source, source.isDefined() && folder.isDefined(), call))));
    }

    private Option<AudienceOrigin> byNames(Option<DataSourceFacts> source, List<String> folder) {
        String name = source.map(DataSourceFacts::name).getOrElse("");
        if (isOne(name, names.platformDataSources()) || isIn(folder, names.platformFolders())) {
            return Option.some(AudienceOrigin.PLATFORM);
        }
        if (isIn(folder, names.libraryFolders())) {
            return Option.some(AudienceOrigin.LIBRARY);
        }
        String type = source.flatMap(facts -> Option.ofOptional(facts.type())).getOrElse("");
        boolean isAnalytics = isOne(type, names.analyticsTypes())
                || isOne(name, names.analyticsDataSources())
                || isIn(folder, names.analyticsFolders());
        return Option.when(isAnalytics, AudienceOrigin.ANALYTICS);
    }

    private Either<BridgeError, Option<AudienceOrigin>> byTraits(
            Segment segment, Option<DataSourceFacts> source, boolean isSeen, Call call) {
        Option<AudienceOrigin> otherwise = Option.when(isSeen, AudienceOrigin.AUDIENCE_MANAGER);
        Option<Long> only = onlyTrait(segment);
        if (only.isDefined() && source.exists(this::isCampaigns)) {
            return traits.isOnboarded(only.get(), segment.dataSourceId(), call)
                    .map(onboarded -> onboarded ? Option.some(AudienceOrigin.CAMPAIGN) : otherwise);
        }
        boolean mayBePlatforms = only.isDefined()
                && segment.integrationCode()
                        .filter(code -> PLATFORM_ID.matcher(code).matches())
                        .isPresent();
        return mayBePlatforms
                ? traits.isOfPlatform(only.get(), call)
                        .map(platform -> platform ? Option.some(AudienceOrigin.PLATFORM) : otherwise)
                : Either.right(otherwise);
    }

    /** What Campaign and Platform make are segments of one trait. */
    private static Option<Long> onlyTrait(Segment segment) {
        return SegmentRule.parse(segment.rule())
                .toOption()
                .filter(SegmentRule.HasTrait.class::isInstance)
                .map(rule -> ((SegmentRule.HasTrait) rule).sid());
    }

    private boolean isCampaigns(DataSourceFacts source) {
        return isOne(source.name(), names.campaignDataSources())
                || isOne(source.integrationCode().orElse(""), names.campaignCodes());
    }

    private static boolean isIn(List<String> folders, List<String> wanted) {
        return folders.stream().anyMatch(folder -> isOne(folder, wanted));
    }

    private static boolean isOne(String name, List<String> wanted) {
        return !name.isEmpty() && Vector.ofAll(wanted).exists(name::equalsIgnoreCase);
    }
}
