// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.DerivedSignal;
import io.audiencebridge.adapter.audiencemanager.client.DerivedSignalDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** {@code /signals/derived}. */
final class DerivedSignalKind implements Kind<DerivedSignal, DerivedSignalDraft> {
    @Override
    public String path() {
        return "signals/derived/";
    }

    @Override
    public String word() {
        return "derived signal";
    }

    @Override
    public String key() {
        return "derivedSignalId";
    }

    @Override
    public boolean deletedInBulk() {
        return false;
    }

    @Override
    public long id(DerivedSignal signal) {
        return signal.id();
    }

    @Override
    public Either<BridgeError, DerivedSignal> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a derived signal", call, key())
                .map(id -> DerivedSignal.builder()
                        .id(id)
                        .sourceKey(fields.text("sourceKey").orElse(""))
                        .sourceValue(fields.text("sourceValue").orElse(""))
                        .targetKey(fields.text("targetKey").orElse(""))
                        .targetValue(fields.text("targetValue").orElse(""))
                        .integrationCode(fields.text("integrationCode"))
                        .build());
    }

    @Override
    public ObjectNode write(DerivedSignalDraft draft) {
        return new Body()
                .text("sourceKey", draft.sourceKey())
                .text("sourceValue", draft.sourceValue())
                .text("targetKey", draft.targetKey())
                .text("targetValue", draft.targetValue())
                .text("integrationCode", draft.integrationCode())
                .node();
    }

    @Override
    public Seq<Violation> check(DerivedSignalDraft draft) {
        return Vector.of(
                        text("sourceKey", draft.sourceKey()),
                        text("sourceValue", draft.sourceValue()),
                        text("targetKey", draft.targetKey()),
                        text("targetValue", draft.targetValue()),
                        DocumentedLimits.code(draft.integrationCode()))
                .flatMap(found -> found);
    }

    private static Vector<Violation> text(String subject, String text) {
        boolean wrong = text.isBlank() || text.codePointCount(0, text.length()) > DocumentedLimits.SIGNAL;
        return DocumentedLimits.when(wrong, subject, "needs 1 to " + DocumentedLimits.SIGNAL + " characters");
    }
}
