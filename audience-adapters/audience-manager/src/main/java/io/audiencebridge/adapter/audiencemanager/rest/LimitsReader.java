// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.Figures;
import io.audiencebridge.adapter.audiencemanager.client.Limits;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Reads how many there may be. */
final class LimitsReader {
    /** UNVERIFIED: the names; the answer is only known to be nested numbers. */
    private static final String[] MOST = {"totalLimit", "limit", "max", "maximum"};

    /** UNVERIFIED, as {@link #MOST}. */
    private static final String[] USED = {"total", "used", "usage", "count", "current"};

    private LimitsReader() {}

    static Either<BridgeError, Limits> of(Endpoint<?, ?> endpoint, Call call) {
        return endpoint.rest()
                .read(endpoint.kind().path() + "limits", Parameters.NONE, call)
                .map(LimitsReader::read);
    }

    private static Limits read(JsonNode answer) {
        Map<String, Long> all = new LinkedHashMap<>();
        collect("", answer, all);
        Figures figures = new Figures(all);
        return new Limits(first(figures, MOST), first(figures, USED), figures);
    }

    private static void collect(String prefix, JsonNode node, Map<String, Long> into) {
        Fields fields = new Fields(node);
        node.properties().forEach(member -> {
            fields.number(member.getKey()).ifPresent(value -> into.put(prefix + member.getKey(), value));
            collect(prefix + member.getKey() + ".", member.getValue(), into);
        });
    }

    private static OptionalLong first(Figures figures, String... names) {
        for (String name : names) {
            if (figures.of(name).isPresent()) {
                return figures.of(name);
            }
        }
        return OptionalLong.empty();
    }
}
