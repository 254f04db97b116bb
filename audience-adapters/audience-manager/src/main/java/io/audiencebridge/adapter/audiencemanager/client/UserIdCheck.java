// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** Checks ids of one data source before they are put into a file. Not thread-safe. Source: Audience Manager, "Index of ids", "Global data sources". */
public final class UserIdCheck {
    private final Option<GlobalDataSource> global;
    private final KeyTranslator translator;
    private final RowFault otherwise;
    private final byte[] unused = new byte[KeyTranslator.LONGEST];

    private UserIdCheck(Option<GlobalDataSource> global, KeyTranslator translator, RowFault otherwise) {
        this.global = global;
        this.translator = translator;
        this.otherwise = otherwise;
    }

    /** A check of ids of {@code dataSource}. Left: {@code InvalidRequest} when ids of that kind are not what a global data source holds, or the reverse. */
    public static Either<BridgeError, UserIdCheck> of(long dataSource, UserIds ids) {
        Option<GlobalDataSource> global = GlobalDataSource.of(dataSource);
        if (global.isDefined() != (ids == UserIds.DEVICE_ID)) {
            return Either.left(
                    BridgeError.InvalidRequest.of(
                            "ids",
                            global.map(kind ->
                                            dataSource + " is a global data source of device ids; give DEVICE_ID, and "
                                                    + kind.form() + " for each")
                                    .getOrElse(
                                            dataSource
                                                    + " is no global data source, so it holds no device ids; give the kind that its settings show")));
        }
        return Either.right(new UserIdCheck(global, translator(ids), otherwise(ids)));
    }

    /** What is wrong with {@code id}; nothing if a file can carry it. */
    public Option<RowFault> fault(String id) {
        return global.map(kind -> kind.accepts(id) ? Option.<RowFault>none() : Option.of(RowFault.INVALID_DEVICE_ID))
                .getOrElse(() -> other(id));
    }

    private Option<RowFault> other(String id) {
        if (otherwise == RowFault.INVALID_ID && SignalText.isPersonal(id)) {
            return Option.of(RowFault.PERSONAL_DATA);
        }
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        return translator.translate(text, 0, text.length, unused) == KeyTranslator.INVALID
                ? Option.of(otherwise)
                : Option.none();
    }

    private static RowFault otherwise(UserIds ids) {
        return ids == UserIds.VISITOR_ID ? RowFault.INVALID_VISITOR_ID : RowFault.INVALID_ID;
    }

    private static KeyTranslator translator(UserIds ids) {
        return switch (ids) {
            case VISITOR_ID, DEVICE_ID -> KeyTranslator.checkingWire(new ReconciliationKey.Visitor());
            case DECLARED_ID -> KeyTranslator.checkingWire(declared(KeyForm.PLAIN));
            case HASHED_ID -> KeyTranslator.checkingWire(declared(KeyForm.SHA256));
        };
    }

    private static ReconciliationKey declared(KeyForm form) {
        return ReconciliationKey.Declared.builder()
                .field("id")
                .stored(form)
                .wire(form)
                .build();
    }
}
