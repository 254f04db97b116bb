// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportAudience;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportListing;
import io.audiencebridge.adapter.experienceplatform.client.ExportPart;
import io.audiencebridge.adapter.experienceplatform.client.ExportRows;
import io.audiencebridge.adapter.experienceplatform.client.FileNameTemplate;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.adapter.experienceplatform.client.WaitingExport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.function.Predicate;

/** The files of a destination as exports, and exports as rows. Safe for use by several threads. */
public final class ExportFiles {
    private final ConnectorContext context;

    /** Over the exchanges, the codec and the ciphers of a bridge. */
    public ExportFiles(ConnectorContext context) {
        this.context = context;
    }

    /**
     * The exports of an audience that are there. Left: {@code InvalidRequest} when there is no such exchange, or the template cannot be read or does not tell the
     * audience from others.
     */
    public Either<BridgeError, ExportListing> list(ExportDestination destination, ExportAudience audience, Call call) {
        return list(destination, audience, export -> false, call);
    }

    /** As {@link #list(ExportDestination, ExportAudience, Call)}; an export that is {@code known} was complete before and is not looked into again. */
    public Either<BridgeError, ExportListing> list(
            ExportDestination destination, ExportAudience audience, Predicate<PlatformExport> known, Call call) {
        return FileNameTemplate.parse(destination.fileNames())
                .flatMap(template -> telling(template, audience))
                .flatMap(template -> context.files(destination.exchange()).flatMap(exchange -> {
                    Names names = new Names(destination, audience, template);
                    return exchange.list(names.folder(), call)
                            .map(files -> files.filter(names::isHere))
                            .flatMap(files -> found(exchange, names, files, call))
                            .flatMap(found -> listing(
                                    new Judge(destination, audience, template, names, known, exchange, call), found));
                }));
    }

    private static Either<BridgeError, FileNameTemplate> telling(FileNameTemplate template, ExportAudience audience) {
        boolean needsName = template.has("SEGMENT_NAME") && !template.has("SEGMENT_ID");
        return needsName && audience.name().isEmpty()
                ? Either.left(BridgeError.InvalidRequest.of(
                        "audienceNames",
                        "'" + template.text() + "' tells audiences apart by their names, and the name of audience "
                                + audience.id() + " is not known; add it to ExportDestination.audienceNames"))
                : Either.right(template);
    }

    /**
     * One look at a folder.
     *
     * @param destination who writes there
     * @param audience whose exports are wanted
     * @param template of the names
     * @param names reads them
     * @param known whether an export was seen complete before
     * @param exchange where the folder is
     * @param call on whose time
     */
    private record Judge(
            ExportDestination destination,
            ExportAudience audience,
            FileNameTemplate template,
            Names names,
            Predicate<PlatformExport> known,
            FileExchange exchange,
            Call call) {}

    private Either<BridgeError, Vector<FoundExport>> found(
            FileExchange exchange, Names names, Seq<StoredFile> files, Call call) {
        Vector<NamedFile> named = Vector.ofAll(files)
                .flatMap(file -> names.read(NamedFile.plain(file)).map(name -> new NamedFile(name, file)));
        return Manifests.read(exchange, files, call)
                .map(manifests -> named.groupBy(file -> file.name().stem())
                        .toVector()
                        .map(group -> new FoundExport(
                                group._1(),
                                group._2().sortBy(file -> file.name().part()),
                                manifests.naming(group._2())))
                        .sorted(Comparator.comparing(FoundExport::time).thenComparing(FoundExport::stem)));
    }

    private Either<BridgeError, ExportListing> listing(Judge judge, Vector<FoundExport> found) {
        ArrivalCheck check = new ArrivalCheck(
                judge.destination(), judge.names(), context.clock().instant(), file -> count(judge, file));
        ExportListing listing = new ExportListing(Vector.empty(), Vector.empty());
        for (FoundExport export : found) {
            Option<PlatformExport> judged = judged(judge, export, export.equals(found.head()));
            Either<BridgeError, Option<String>> missing =
                    judged.exists(judge.known()) ? Either.right(Option.none()) : check.missing(export);
            if (missing.isLeft()) {
                return Either.left(missing.getLeft());
            }
            listing = missing.get().isDefined()
                    ? new ExportListing(
                            listing.complete(),
                            listing.waiting()
                                    .append(waiting(export, missing.get().get())))
                    : new ExportListing(listing.complete().appendAll(judged), listing.waiting());
        }
        return Either.right(listing);
    }

    private static WaitingExport waiting(FoundExport export, String because) {
        return new WaitingExport(export.stem(), export.time(), export.newest(), because);
    }

    private static Option<PlatformExport> judged(Judge judge, FoundExport export, boolean earliest) {
        return Exports.judged(judge.destination(), judge.audience(), judge.template(), export, earliest);
    }

    private Either<BridgeError, Long> count(Judge judge, NamedFile file) {
        return judge.exchange()
                .read(file.file().name(), judge.call())
                .flatMap(source -> new Layers(context, judge.destination()).text(source, file.plainName()))
                .flatMap(text -> RowCount.of(text, judge.destination().csv()));
    }

    /** The rows of an export. Left: {@code InvalidRequest} when there is no such exchange. */
    public Either<BridgeError, ExportRows> rows(ExportDestination destination, PlatformExport export, Call call) {
        return context.files(destination.exchange())
                .map(exchange -> new FileRows(
                        Vector.ofAll(export.parts()),
                        (part, rejects) -> open(exchange, destination, export, part, rejects, call)));
    }

    private Either<BridgeError, PartRows> open(
            FileExchange exchange,
            ExportDestination destination,
            PlatformExport export,
            ExportPart part,
            RejectTally rejects,
            Call call) {
        String name = part.file().name();
        PartOrder order = new PartOrder(destination, export.audience(), export.kind(), name);
        return exchange.read(name, call)
                .flatMap(source -> new Layers(context, destination).text(source, name))
                .flatMap(text -> PartRows.open(text, order, rejects));
    }
}
