// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.adapter.audiencemanager.files.InboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.Packing;
import io.audiencebridge.adapter.audiencemanager.files.PartLimits;
import io.audiencebridge.adapter.storage.FolderExchangeFactory;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Audience Manager's inbound files in a folder, without its API: an audience is there as soon as it has a title, and all have the same trait. */
final class AudienceFolder implements Connector, MemberWriter {
    private final ConnectionName name;
    private final Executor executor;
    private final Packing packing;
    private Option<InboundFiles> files = Option.none();

    AudienceFolder(ConnectionName name, Packing packing, Executor executor) {
        this.name = name;
        this.executor = executor;
        this.packing = packing;
    }

    /** The folder of the files to come. */
    void into(Path folder) {
        files = Option.of(new InboundFiles(
                new FolderExchangeFactory().open(FolderSettings.of(folder)).get(),
                "partner",
                packing,
                PartLimits.USUAL,
                executor));
    }

    @Override
    public SystemId system() {
        return new SystemId("audience-folder");
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return type.isInstance(this) ? Option.of(type.cast(this)) : Option.none();
    }

    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        return Either.right(PreparedAudience.of(new AudienceRef(name, order.title())));
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        return files.get().freeStamp(order.dataSource().id(), wanted, call);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        return files.get().open(order, Members.TRAIT, call);
    }

    @Override
    public void close() {
        // the folder is removed by whoever made it
    }
}
