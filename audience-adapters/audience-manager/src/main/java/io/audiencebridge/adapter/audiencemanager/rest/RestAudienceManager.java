// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataSources;
import io.audiencebridge.adapter.audiencemanager.client.DerivedSignals;
import io.audiencebridge.adapter.audiencemanager.client.Destinations;
import io.audiencebridge.adapter.audiencemanager.client.Folders;
import io.audiencebridge.adapter.audiencemanager.client.Region;
import io.audiencebridge.adapter.audiencemanager.client.Segments;
import io.audiencebridge.adapter.audiencemanager.client.SignedInUser;
import io.audiencebridge.adapter.audiencemanager.client.Traits;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.InstantSource;

/** The REST API, for whoever calls Audience Manager directly. */
public final class RestAudienceManager implements AudienceManagerClient {
    private final RestClient rest;
    private final InstantSource clock;
    private final int pageSize;

    /** The API behind {@code rest}, whose lists are read {@code pageSize} things a call. */
    public RestAudienceManager(RestClient rest, InstantSource clock, int pageSize) {
        this.rest = rest;
        this.clock = clock;
        this.pageSize = pageSize;
    }

    @Override
    public Either<BridgeError, SignedInUser> self(CallOptions options) {
        Call call = options.begin();
        return rest.read("users/self", Parameters.NONE, call).flatMap(answer -> user(answer, call));
    }

    @Override
    public DataSources dataSources() {
        return new DataSourceClient(new DataSourceCalls(rest), new Histories(rest), pageSize);
    }

    @Override
    public Traits traits() {
        return new TraitClient(new TraitCalls(rest, pageSize), pageSize);
    }

    @Override
    public Segments segments() {
        return new SegmentClient(new SegmentCalls(rest, pageSize), pageSize);
    }

    @Override
    public Folders traitFolders() {
        return new FolderClient(rest, "traits");
    }

    @Override
    public Folders segmentFolders() {
        return new FolderClient(rest, "segments");
    }

    @Override
    public Destinations destinations() {
        return new DestinationClient(new DestinationCalls(rest, clock), new Histories(rest), pageSize);
    }

    @Override
    public DerivedSignals derivedSignals() {
        return new DerivedSignalClient(rest, pageSize);
    }

    @Override
    public Either<BridgeError, Seq<Region>> regions(CallOptions options) {
        Call call = options.begin();
        return rest.read("dcs-regions/", Parameters.NONE, call)
                .flatMap(answer -> Listing.read(answer, 0, call))
                .flatMap(listing -> listing.each(item -> region(item, call)))
                .map(Listing::items);
    }

    private static Either<BridgeError, SignedInUser> user(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a user", call, "pid")
                .map(pid -> SignedInUser.builder()
                        .pid(pid)
                        .userId(fields.number("userId"))
                        .username(fields.text("username"))
                        .email(fields.text("email"))
                        .companyName(fields.text("companyName"))
                        .active(fields.active("status"))
                        .groups(fields.numbers("groups"))
                        .build());
    }

    private static Either<BridgeError, Region> region(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a region", call, "regionId")
                .map(id -> Region.builder()
                        .id(id)
                        .location(fields.text("location").orElse(""))
                        .host(fields.text("host").orElse(""))
                        .code(fields.text("code").orElse(""))
                        .active(fields.active("status"))
                        .build());
    }
}
