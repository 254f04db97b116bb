// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;

/** A run record as the text of a properties file. */
final class RunFile {
    private static final String FACT = "fact.";

    private RunFile() {}

    static byte[] write(RunRecord record) throws IOException {
        Properties text = new Properties();
        text.setProperty("run", record.run().value());
        text.setProperty("state", record.state().name());
        text.setProperty("started", record.started().toString());
        text.setProperty("updated", record.updated().toString());
        record.waiting().ifPresent(waiting -> {
            text.setProperty("waiting.until", waiting.until().toString());
            text.setProperty("waiting.because", waiting.because());
        });
        record.facts().forEach((name, value) -> text.setProperty(FACT + name, value));
        StringWriter written = new StringWriter();
        text.store(written, null);
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }

    static RunRecord read(byte[] file) throws IOException {
        Properties text = new Properties();
        text.load(new StringReader(new String(file, StandardCharsets.UTF_8)));
        RunRecord.Builder record = RunRecord.builder()
                .run(new RunId(required(text, "run")))
                .state(RunState.valueOf(required(text, "state")))
                .started(Instant.parse(required(text, "started")))
                .updated(Instant.parse(required(text, "updated")));
        if (text.containsKey("waiting.until")) {
            record.waiting(
                    new Waiting(Instant.parse(required(text, "waiting.until")), required(text, "waiting.because")));
        }
        for (String name : text.stringPropertyNames()) {
            if (name.startsWith(FACT)) {
                record.putFacts(name.substring(FACT.length()), required(text, name));
            }
        }
        return record.build();
    }

    private static String required(Properties text, String name) {
        String value = text.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }
}
