// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.SeedRecipient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies while it replaces a list leaves everybody in it who should stay, and another process ends the run. */
final class KilledWhileReplacingTest {
    private static final String AUDIENCE = "Survivors";
    private static final String LIST = "Survivors, back";
    private static final Duration LONGER_THAN_THE_TEST = Duration.ofMinutes(10);
    private static final int SECONDS_TO_WAIT = 60;

    @TempDir
    Path home;

    /** The process dies in its first, second or third write call. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everybody_who_should_stay_is_there_and_the_run_can_be_ended(int callsBefore) throws Exception {
        List<SeedRecipient> people = People.withoutSharedKeys(900);
        Set<String> after = new Oracle(people, KeyKind.VISITOR).back();
        Set<String> before = everyThird(people);
        try (Journey journey = new Journey(people, home.resolve("here"))) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.sandbox.campaignData().addList(LIST, before);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            journey.sandbox.faults(new FaultRule(
                    membershipWrites(), callsBefore, FaultRule.ALWAYS, new FaultEffect.Stall(LONGER_THAN_THE_TEST)));

            killWhileWriting(journey, journey.importOf(AUDIENCE, LIST, source));

            assertThat(journey.membersOf(LIST)).containsAll(staying(before, after));
            journey.sandbox.clearFaults();
            assertThat(resumedElsewhere(journey)).isEqualTo(RunState.DELIVERED);
            assertThat(journey.membersOf(LIST)).isEqualTo(after);
        }
    }

    private void killWhileWriting(Journey journey, ImportRequest request) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ImportingProgram.class.getName(),
                home.resolve("there").toString(),
                request.audience().id(),
                request.list(),
                Long.toString(request.dataSource().id()),
                Long.toString(request.dataSource().destinationId().orElseThrow())));
        journey.sandbox.description().forEach((key, value) -> command.add(key + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
        try {
            awaitAStalledWrite(journey, process);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void awaitAStalledWrite(Journey journey, Process process) throws IOException, InterruptedException {
        for (int tick = 0; tick < SECONDS_TO_WAIT * 10; tick++) {
            if (hasFired(journey)) {
                return;
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "The program ended by itself: " + Files.readString(home.resolve("output.txt")));
            }
        }
        throw new AssertionError("The program wrote nothing: " + Files.readString(home.resolve("output.txt")));
    }

    /** The control API shows how often the one rule fired. */
    private static boolean hasFired(Journey journey) throws IOException, InterruptedException {
        HttpRequest faults = HttpRequest.newBuilder(journey.sandbox.control().resolve("/faults"))
                .build();
        String body =
                HttpClient.newHttpClient().send(faults, BodyHandlers.ofString()).body();
        return !body.contains("\"fired\":0");
    }

    private RunState resumedElsewhere(Journey journey) throws IOException {
        try (var bridge = Journey.builder(journey.sandbox.description(), home.resolve("there"))
                .build()) {
            return bridge.resume(
                            new RunId(Files.readString(home.resolve("there").resolve("run.txt"))))
                    .state();
        }
    }

    private static FaultMatch membershipWrites() {
        return FaultMatch.system("campaign").withSoapAction("xtk:persist#*");
    }

    private static Set<String> everyThird(List<SeedRecipient> people) {
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < people.size(); i += 3) {
            ids.add(people.get(i).id());
        }
        return ids;
    }

    private static Set<String> staying(Set<String> before, Set<String> after) {
        Set<String> staying = new TreeSet<>(before);
        staying.retainAll(after);
        return staying;
    }
}
