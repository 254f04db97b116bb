// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The breaks of which set-ups are made. */
final class Breaks {
    static final String INBOUND = "aam-inbound";
    static final String OUTBOUND = "aam-outbound";

    /** Until a file that lies there was read. */
    private static final Duration READ = Duration.ofHours(49);

    private static final String FOLDER = "sandbox/";

    private Breaks() {}

    /** Data is added or changed. */
    static Break seed(String json) {
        return control -> control.seed(json);
    }

    /** Things of Audience Manager become otherwise. */
    static Break amend(String kind, String entry) {
        return seed("{'amend':{'" + kind + "':[{" + entry + "}]}}");
    }

    /** The audience's trait becomes otherwise. */
    static Break trait(String change) {
        return amend("traits", "'name':'" + Ground.AUDIENCE + "'," + change);
    }

    /** The audience's segment becomes otherwise. */
    static Break segment(String change) {
        return amend("segments", "'name':'" + Ground.AUDIENCE + "'," + change);
    }

    /** The audience's mapping to a destination becomes otherwise. */
    static Break mapping(int destination, String change) {
        return amend("mappings", "'name':'" + Ground.AUDIENCE + "','destinationId':" + destination + "," + change);
    }

    /** A system behaves otherwise. */
    static Break settings(String json) {
        return control -> control.settings(json);
    }

    /** Every call of a system whose path begins so is answered with a status. */
    static Break refuse(String system, String path, int status) {
        return control -> control.faults("[{'match':{'system':'" + system + "','path':'" + path
                + "'},'do':'status','with':{'status':" + status + ",'body':'{}'}}]");
    }

    /** The onboarding status says otherwise of every file. */
    static Break told(String counter, long rows) {
        return control -> control.faults(
                "[{'match':{'system':'audienceManager','path':'/v1/datasources/*'},'do':'rewrite','with':{'pattern':'\\'"
                        + counter + "\\':\\\\d+','replacement':'\\'" + counter + "\\':" + rows + "'}}]");
    }

    /** Time passes. */
    static Break later(Duration by) {
        return control -> control.advance(by);
    }

    /** A file is handed over; {@code NOW} in its name is the second, and {@code DAY/} the folder of the day. */
    static Break handedOver(String name, String rows, boolean gzip) {
        return control -> {
            Instant now = control.now();
            String key = FOLDER
                    + name.replace("NOW", Long.toString(now.getEpochSecond()))
                            .replace(
                                    "DAY/",
                                    "date=" + now.atOffset(ZoneOffset.UTC).toLocalDate() + "/");
            control.seed(object(INBOUND, key, rows, gzip));
        };
    }

    /** The same, and it is read. */
    static Break read(String name, String rows) {
        return handedOver(name, rows, true).and(later(READ));
    }

    /** Everything that was delivered is gone. */
    static Break undelivered() {
        return seed("{'objects':[{'bucket':'" + OUTBOUND + "','prefix':'','delete':true}]}");
    }

    /** In place of everything that was delivered, one file; {@code NOW} in its name is the millisecond. */
    static Break delivered(String name, String rows) {
        return undelivered()
                .and(control -> control.seed(object(
                        OUTBOUND,
                        name.replace("NOW", Long.toString(control.now().toEpochMilli())),
                        rows,
                        true)));
    }

    /** The newest delivery has a transfer-control file that states another size. */
    static Break cut() {
        return control -> {
            List<String> keys = deliveries(control);
            String newest = keys.get(keys.size() - 1);
            String root = newest.substring(0, newest.indexOf(".sync"));
            String name = newest.substring(newest.lastIndexOf('/') + 1);
            control.seed(object(
                    OUTBOUND,
                    root + ".info",
                    ("{`Files`:[{`FileByteSize`:9999999,`FileLineCount`:1,`FileName`:`" + name
                                    + "`,`FileSequenceNumber`:1,`md5`:`00000000000000000000000000000000`}],`Totals`:{`FileName`:`"
                                    + name + "`,`TotalByteSize`:9999999,`TotalNumberFiles`:1,`TotalNumberLines`:1}}")
                            .replace("`", "\\'"),
                    false));
        };
    }

    /** The last delivery but one is lost. */
    static Break dayLost() {
        return control -> {
            List<String> keys = deliveries(control);
            control.seed("{'objects':[{'bucket':'" + OUTBOUND + "','key':'" + keys.get(keys.size() - 2)
                    + "','delete':true}]}");
        };
    }

    /** Full files of one destination, oldest first. */
    private static List<String> deliveries(Control control) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        for (JsonNode object : control.state().path("objects").path(OUTBOUND)) {
            keys.add(object.path("key").asText());
        }
        return keys.stream()
                .filter(key -> key.contains("_full_"))
                .filter(key -> key.startsWith("20102/"))
                .sorted()
                .toList();
    }

    private static String object(String bucket, String key, String text, boolean gzip) {
        return "{'objects':[{'bucket':'" + bucket + "','key':'" + key + "','text':'" + text + "','gzip':" + gzip
                + "}]}";
    }
}
