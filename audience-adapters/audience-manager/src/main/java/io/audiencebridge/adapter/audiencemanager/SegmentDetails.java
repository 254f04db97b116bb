// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SizeEstimate;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Comparator;

/** From a segment to what a picker shows of an audience. Safe for use by several threads. */
final class SegmentDetails {
    private final Company company;
    private final KnownDataSources dataSources;
    private final AudienceOrigins origins;

    SegmentDetails(Company company) {
        this.company = company;
        this.dataSources = new KnownDataSources(company.dataSources());
        this.origins = new AudienceOrigins(company, dataSources);
    }

    Either<BridgeError, AudienceDetails> of(AudienceRef ref, Segment segment, Call call) {
        return dataSources
                .of(segment.dataSourceId(), call)
                .flatMap(source -> origins.of(segment, call)
                        .flatMap(origin ->
                                sized(details(ref, segment, source).origin(origin.toJavaOptional()), segment, call)))
                .map(AudienceDetails.Builder::build);
    }

    private static AudienceDetails.Builder details(AudienceRef ref, Segment segment, Option<DataSourceFacts> source) {
        return AudienceDetails.builder()
                .ref(ref)
                .title(segment.name())
                .description(segment.description().orElse(""))
                .source(source.map(DataSourceFacts::name)
                        .filter(name -> !name.isEmpty())
                        .getOrElse(() -> segment.dataSourceId() == 0 ? "" : Long.toString(segment.dataSourceId())))
                .size(segment.devices())
                .active(segment.active())
                .modified(segment.modified());
    }

    /** The API counts without saying when; an estimate is of now. */
    private Either<BridgeError, AudienceDetails.Builder> sized(
            AudienceDetails.Builder details, Segment segment, Call call) {
        boolean isAsked = segment.devices().isEmpty()
                && company.settings().sizesEstimated()
                && !segment.rule().isBlank();
        return isAsked
                ? company.segments()
                        .estimate(segment.rule(), call)
                        .map(estimate -> estimated(details, estimate))
                        .fold(error -> without(details, error), Either::right)
                : Either.right(details);
    }

    /** A rule that cannot be estimated hides no audience. */
    private static Either<BridgeError, AudienceDetails.Builder> without(
            AudienceDetails.Builder details, BridgeError error) {
        boolean isRefused = error instanceof BridgeError.RejectedBySystem || error instanceof BridgeError.AccessDenied;
        return isRefused ? Either.right(details) : Either.left(error);
    }

    private AudienceDetails.Builder estimated(AudienceDetails.Builder details, SizeEstimate estimate) {
        estimate.windows()
                .maxBy(Comparator.comparing(SizeEstimate.Window::span))
                .forEach(longest -> details.size(longest.devices())
                        .sizeIsEstimate(true)
                        .counted(company.clock().instant()));
        return details;
    }
}
