// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes the files of one batch and puts them on their way. Source: audience-manager.md, sections 5.1 to 5.5. */
final class BatchWriter {
    private final Outside outside;
    private final Batch batch;
    private final OutboundRow row;
    private final List<Part> parts = new ArrayList<>();

    BatchWriter(Outside outside, Batch batch, List<OutboundRow.Column> columns) {
        this.outside = outside;
        this.batch = batch;
        this.row = new OutboundRow(columns);
    }

    /** A part that is written. */
    private record Part(String key, PartStream content, long rows, long lines) {}

    /** Writes everything; nothing is visible before it arrives. */
    void write(Deliveries deliveries) throws IOException {
        BitSet named = row.named();
        long most = batch.order().rowsPerFile.value();
        int rows = named.cardinality();
        int count = most == 0 || rows == 0 ? 1 : Math.toIntExact((rows + most - 1) / most);
        int next = named.nextSetBit(0);
        for (int part = 0; part < count; part++) {
            next = write(batch.key(part, count), named, next, most == 0 ? Long.MAX_VALUE : most);
        }
        List<Delivery> batchOrder = inOrder();
        for (Delivery delivery : batchOrder) {
            deliveries.add(delivery);
        }
    }

    /** Writes one part and says with whom the next one begins. */
    private int write(String key, BitSet named, int first, long most) throws IOException {
        RowBuffer text = new RowBuffer();
        PartStream content = new PartStream(
                outside.objects().write(outside.outbound(), key),
                batch.order().gzip.value());
        text.put(batch.header());
        text.writeTo(content);
        long lines = text.lines();
        Template.Part template = batch.row(outside);
        long rows = 0;
        int id = first;
        for (; id >= 0 && rows < most; id = named.nextSetBit(id + 1)) {
            text.clear();
            row.of(id);
            template.write(row, text);
            text.put("\n");
            text.writeTo(content);
            lines += text.lines();
            rows++;
        }
        content.finish();
        parts.add(new Part(key, content, rows, lines));
        return id;
    }

    /** The files in the order of their arrival. */
    private List<Delivery> inOrder() throws IOException {
        List<Part> sent = new ArrayList<>(parts);
        if (batch.order().partOrder.value().equals("descending")) {
            Collections.reverse(sent);
        }
        boolean infoFirst = batch.order().info.value().equals("first");
        List<Delivery> deliveries = new ArrayList<>();
        for (Part part : sent) {
            int place = deliveries.size() + (infoFirst ? 1 : 0);
            deliveries.add(new Delivery(part.key(), part.content(), due(place), Optional.of(file(part))));
        }
        if (!batch.order().info.value().equals("none")) {
            int place = infoFirst ? 0 : deliveries.size();
            deliveries.add(place, new Delivery(batch.infoKey(), info(), due(place), Optional.empty()));
        }
        return deliveries;
    }

    private Optional<Instant> due(int place) {
        Duration gap = Order.of(batch.order().gap).orElse(Duration.ZERO);
        return batch.order().held.value()
                ? Optional.empty()
                : Optional.of(batch.at().plus(gap.multipliedBy(place)));
    }

    private OutboundFile file(Part part) {
        return new OutboundFile(
                part.key(),
                batch.destination().id(),
                batch.destination().master(),
                batch.full(),
                batch.at(),
                batch.at(),
                part.rows());
    }

    /** Section 5.4. */
    private OutputStream info() throws IOException {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        ArrayNode files = info.putArray("Files");
        for (Part part : parts) {
            files.addObject()
                    .put("FileByteSize", part.content().size())
                    .put("FileLineCount", part.lines())
                    .put("FileName", part.key().substring(part.key().lastIndexOf('/') + 1))
                    .put("FileSequenceNumber", files.size())
                    .put("md5", part.content().md5());
        }
        info.putObject("Totals")
                .put("FileName", batch.root())
                .put(
                        "TotalByteSize",
                        parts.stream().mapToLong(part -> part.content().size()).sum())
                .put("TotalNumberFiles", parts.size())
                .put("TotalNumberLines", parts.stream().mapToLong(Part::lines).sum());
        OutputStream out = outside.objects().write(outside.outbound(), batch.infoKey());
        out.write(info.toString().getBytes(StandardCharsets.UTF_8));
        return out;
    }
}
