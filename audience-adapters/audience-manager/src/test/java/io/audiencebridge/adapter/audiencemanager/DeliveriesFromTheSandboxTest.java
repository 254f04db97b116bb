// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outbound files as the sandbox delivers them: full and incremental, in parts, with transfer-control files, by other templates. */
final class DeliveriesFromTheSandboxTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final SandboxBench bench = new SandboxBench();
    private final DataSource customers = bench.declared();

    @AfterEach
    void close() {
        bench.close();
    }

    /** SEMANTICS S6: a membership that changes are applied to is that of the system at every step. */
    @Test
    void changes_applied_one_after_the_other_give_the_audience() {
        order("\"fullEvery\":\"P30D\",\"incrementalEvery\":\"PT24H\"");
        AudienceRef gold = liveAudience();
        TreeSet<String> kept = new TreeSet<>();
        Option<String> position = Option.none();
        for (int day = 0; day < 5; day++) {
            bench.add(gold, customers, List.of("CRM-" + day, "CRM-" + (day + 10)));
            bench.sandbox.clock().advance(DAY);
            bench.remove(gold, customers, List.of("CRM-" + (day + 9)));
            bench.sandbox.clock().advance(DAY);
            position = apply(bench.connector, gold, position, kept);

            assertThat(kept)
                    .containsExactlyInAnyOrderElementsOf(
                            bench.sandbox.audienceManagerData().members(gold.id(), customers.id()));
        }
        assertThat(kept).hasSize(6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "manifest first, parts in reverse | \"info\":\"first\",\"partOrder\":\"descending\"",
                "manifest last, dashed parts | \"info\":\"last\",\"splitNumbers\":\"dashed\"",
                "manifest under the other word | \"info\":\"first\",\"infoNamesOtherMode\":true",
                "manifest first, plain parts | \"info\":\"first\",\"gzip\":false"
            })
    void a_delivery_is_read_once_every_file_of_it_has_arrived(String how, String members) {
        order("\"rowsPerFile\":7,\"held\":true," + members);
        AudienceRef gold = liveAudience();
        List<String> persons = IntStream.range(0, 30).mapToObj(i -> "CRM-" + i).toList();
        bench.add(gold, customers, persons);
        bench.sandbox.clock().advance(DAY);
        Connector controlled = bench.connect(AudienceManagerSettings.builder().outboundControlFileRequired(true));

        List<String> onTheWay = bench.sandbox.audienceManagerData().files().onTheWay();
        assertThat(onTheWay).hasSizeGreaterThan(5);
        for (String key : onTheWay) {
            assertThat(after(controlled, gold, Option.none())).isInstanceOf(MemberDelivery.NotYet.class);
            bench.sandbox.audienceManagerData().files().deliver(key);
        }
        MemberDelivery.Full full = (MemberDelivery.Full) after(controlled, gold, Option.none());

        assertThat(rows(full.members())).containsExactlyInAnyOrderElementsOf(persons);
        controlled.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<DP_UUID><TAB><SEGMENT_LIST; separator=\",\"><TAB><REMOVED_SEGMENT_LIST; separator=\",\">",
                "<DP_UUID>;<SEGMENT_LIST:{seg|<seg.type>,<seg.sid>}; separator=\"/\">;<REMOVED_SEGMENT_LIST:{seg|<seg.sid>}; separator=\"/\">",
                "<DP_UUID><if(SEGMENT_LIST)> in <SEGMENT_LIST; separator=\",\"><endif><if(REMOVED_SEGMENT_LIST)> out <REMOVED_SEGMENT_LIST; separator=\",\"><endif>"
            })
    void rows_of_another_template_are_read_by_it(String template) {
        order("\"row\":\"" + template.replace("\"", "\\\"")
                + "\",\"fullEvery\":\"P30D\",\"incrementalEvery\":\"PT24H\"");
        AudienceRef gold = liveAudience();
        Connector own = bench.connect(AudienceManagerSettings.builder()
                .addDestinations(DestinationSettings.builder()
                        .id(customers.destinationId().getAsLong())
                        .rows(template)
                        .build()));
        bench.add(gold, customers, List.of("CRM-1", "CRM-2"));
        bench.sandbox.clock().advance(DAY);
        TreeSet<String> kept = new TreeSet<>();
        Option<String> position = apply(own, gold, Option.none(), kept);
        bench.add(gold, customers, List.of("CRM-3"));
        bench.remove(gold, customers, List.of("CRM-1"));
        bench.sandbox.clock().advance(DAY.multipliedBy(2));

        apply(own, gold, position, kept);

        assertThat(kept).containsExactly("CRM-2", "CRM-3");
        own.close();
    }

    private void order(String members) {
        bench.sandbox
                .audienceManagerData()
                .files()
                .order("{\"destinationId\":" + customers.destinationId().getAsLong() + "," + members + "}");
    }

    private AudienceRef liveAudience() {
        AudienceRef audience = bench.prepare("Gold", customers).audience();
        bench.sandbox.clock().advance(Duration.ofHours(4));
        return audience;
    }

    /** Applies whatever there is, as the bridge does; answers the last position. */
    private Option<String> apply(Connector connector, AudienceRef audience, Option<String> since, Set<String> kept) {
        Option<String> position = since;
        while (true) {
            MemberDelivery next = after(connector, audience, position);
            if (next instanceof MemberDelivery.Full full) {
                kept.clear();
                kept.addAll(rows(full.members()));
                position = Option.of(full.position());
            } else if (next instanceof MemberDelivery.Change change) {
                rows(change.members()).forEach(row -> {
                    if (row.startsWith("-")) {
                        kept.remove(row.substring(1));
                    } else {
                        kept.add(row);
                    }
                });
                position = Option.of(change.position());
            } else {
                return position;
            }
        }
    }

    private MemberDelivery after(Connector connector, AudienceRef audience, Option<String> since) {
        return connector
                .ability(MemberChanges.class)
                .get()
                .after(audience, customers, since, ScriptedApi.call())
                .getOrElseThrow(error -> new AssertionError(error.message()));
    }

    private static List<String> rows(KeySource source) {
        List<String> rows = new ArrayList<>();
        try (source) {
            for (Option<TextKeys> next = source.next().get();
                    next.isDefined();
                    next = source.next().get()) {
                TextKeys batch = next.get();
                for (int row = 0; row < batch.size(); row++) {
                    int start = batch.start(row);
                    String key = new String(batch.text(), start, batch.end(row) - start, StandardCharsets.UTF_8);
                    rows.add(batch.has(row, TextKeys.LEAVING) ? "-" + key : key);
                }
            }
        }
        return rows;
    }
}
