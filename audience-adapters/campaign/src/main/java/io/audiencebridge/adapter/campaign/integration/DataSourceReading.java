// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.vavr.control.Either;
import java.util.Locale;

/** Understands Campaign's data sources as the domain's. */
final class DataSourceReading {
    private final String visitorIdPath;

    DataSourceReading(String visitorIdPath) {
        this.visitorIdPath = visitorIdPath;
    }

    Either<BridgeError, DataSource> of(AmcDataSource source) {
        if (source.dataSourceId() <= 0) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "dataSource.id",
                    "AMC data source '" + source.name()
                            + "' has no Audience Manager id yet; ask Adobe to provision it, then enter the id there"));
        }
        return key(source).map(key -> {
            DataSource.Builder built =
                    DataSource.builder().id(source.dataSourceId()).key(key).targetingDimension(source.targetSchema());
            return source.destinationId() > 0
                    ? built.destinationId(source.destinationId()).build()
                    : built.build();
        });
    }

    /** Whether visitor ids stand at that path. */
    boolean isVisitorKey(String path) {
        return bare(path).equals(bare(visitorIdPath));
    }

    private Either<BridgeError, ReconciliationKey> key(AmcDataSource source) {
        if (source.visitor()) {
            return Either.right(new ReconciliationKey.Visitor());
        }
        return wire(source)
                .map(wire -> Declared.builder()
                        .field(bare(source.reconciliationKey()))
                        .content(content(bare(source.reconciliationKey())))
                        .wire(wire)
                        .build());
    }

    private static Either<BridgeError, KeyForm> wire(AmcDataSource source) {
        String algorithm = source.hashAlgorithm().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return switch (algorithm) {
            case "", "NONE" -> Either.right(KeyForm.PLAIN);
            case "SHA256" -> Either.right(KeyForm.SHA256);
            default ->
                Either.left(BridgeError.InvalidRequest.of(
                        "dataSource.key.wire",
                        "AMC data source '" + source.name() + "' hashes by '" + source.hashAlgorithm()
                                + "'; supported are none and SHA256"));
        };
    }

    /** The fields of Campaign's own that hold what the names say. Source: Campaign Classic, data model of {@code nms:recipient}. */
    private static KeyContent content(String field) {
        return switch (field) {
            case "email" -> KeyContent.EMAIL;
            case "phone", "mobilePhone" -> KeyContent.PHONE;
            default -> KeyContent.OPAQUE;
        };
    }

    /** {@code @email}, {@code [@email]} and {@code email} are one field; a path into a link keeps its steps. */
    private static String bare(String path) {
        String inside = path.strip().replaceAll("^\\[(.*)]$", "$1");
        return inside.startsWith("@") ? inside.substring(1) : inside;
    }
}
