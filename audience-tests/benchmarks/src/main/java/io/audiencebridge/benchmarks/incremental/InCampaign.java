// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.benchmarks.SandboxProcess;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The sandbox's Campaign in a process of its own. Overnight 1% of the recipients click from another device, half of them from somebody else's; members are the
 * recipients' visitor ids by 60%, and the new devices' by 1%.
 */
final class InCampaign implements TwoDays {
    /** So few that one of them changes, and one device is somebody else's. */
    static final int FEWEST = 200;

    private static final long SEED = 20_261_127;
    private static final int HUNDRED = 100;
    private static final int KNOWN = 60;
    private static final int CLICKS_A_CALL = 10_000;
    private static final String DAY = "{\"advance\":\"P1D\"}";

    private final SandboxProcess sandbox;
    private final int recipients;
    private final int page;
    private final List<String> clicks = new ArrayList<>();

    private InCampaign(SandboxProcess sandbox, int recipients, int page) {
        this.sandbox = sandbox;
        this.recipients = recipients;
        this.page = page;
    }

    /** Starts it. A day after its recipients were stored none of them counts as changed. */
    static InCampaign start(int recipients, int page) throws IOException {
        InCampaign days = new InCampaign(SandboxProcess.start(recipients), recipients, page);
        days.sandbox.control("clock", DAY);
        return days;
    }

    /** Writes members for its recipients, and makes up who will click. */
    void prepare(Population population, int members, int parts) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> known = known();
        List<String> devices = new ArrayList<>();
        for (int recipient = HUNDRED; recipient <= recipients; recipient += HUNDRED) {
            boolean shared = recipient % (2 * HUNDRED) == 0;
            String device = shared ? any(known, random) : Population.key(2L * Integer.MAX_VALUE + recipient);
            devices.add(device);
            clicks.add("{\"recipient\":\"" + recipient + "\",\"visitorId\":\"" + device + "\"}");
        }
        List<String> keys = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            int drawn = random.nextInt(HUNDRED);
            if (drawn < KNOWN) {
                keys.add(any(known, random));
            } else {
                keys.add(drawn == KNOWN ? any(devices, random) : Population.key(Integer.MAX_VALUE + 1L + member));
            }
        }
        population.writeMembers(keys, parts);
    }

    @Override
    public List<String> where() {
        return List.of(sandbox.campaign().toString(), sandbox.operator(), sandbox.password(), Integer.toString(page));
    }

    @Override
    public void pass() throws IOException {
        sandbox.control("clock", DAY);
        for (int from = 0; from < clicks.size(); from += CLICKS_A_CALL) {
            List<String> some = clicks.subList(from, Math.min(clicks.size(), from + CLICKS_A_CALL));
            sandbox.control("seed", "{\"clicks\":[" + String.join(",", some) + "]}");
        }
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static String any(List<String> keys, SplittableRandom random) {
        return keys.get(random.nextInt(keys.size()));
    }

    /** All visitor ids of the first day. */
    private List<String> known() throws IOException {
        List<String> known = new ArrayList<>();
        try (CampaignRecipients all = CampaignRecipients.at(where(), Runnable::run);
                KeySource rows = all.everybody()) {
            for (Option<TextKeys> batch = next(rows); batch.isDefined(); batch = next(rows)) {
                add(batch.get(), known);
                batch.get().giveBack();
            }
        }
        return known;
    }

    private static void add(TextKeys batch, List<String> known) {
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.KEYLESS)) {
                int length = batch.end(row) - batch.start(row);
                known.add(new String(batch.text(), batch.start(row), length, StandardCharsets.UTF_8));
            }
        }
    }

    private static Option<TextKeys> next(KeySource rows) throws IOException {
        return rows.next().<IOException>getOrElseThrow((BridgeError error) -> new IOException(error.message()));
    }
}
