// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.trials.Figures;
import io.audiencebridge.trials.Folders;
import io.audiencebridge.trials.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs in processes of their own that are killed by SIGKILL, before and after each write of the journal and at random moments, and go on in other processes. What is left must
 * be what an undisturbed run leaves.
 */
@Command(
        name = "kill",
        description = "Kills processes at every journal step and at random moments, resumes their runs and compares.",
        showDefaultValues = true)
public final class Kill implements Trial {
    /** With fewer, a third of them would be nobody. */
    private static final int LEAST = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--members", description = "members of the list or audience")
    private int members = 200_000;

    @Option(names = "--random", description = "kills at random moments, shared out among the cases")
    private int random = 100;

    @Option(names = "--seed", description = "where the random moments come from")
    private long seed = 1;

    @Option(
            names = "--steps",
            description = "journal steps at which each case is killed, before and after: 'all', or how many")
    private String steps = "all";

    @Option(names = "--case", split = ",", description = "what is done, any of the defaults")
    private List<String> cases = Worlds.CASES;

    /** The trial, with its defaults. */
    public Kill() {}

    @Override
    public boolean run(Figures figures) throws IOException, InterruptedException {
        check();
        Trouble trouble = new Trouble();
        Path folder = Files.createTempDirectory("audience-trials");
        try {
            Random moments = new Random(seed);
            for (int i = 0; i < cases.size(); i++) {
                int share = random / cases.size() + (i < random % cases.size() ? 1 : 0);
                try (World world = new Worlds(members, folder).of(cases.get(i))) {
                    kill(Rounds.of(world, folder, figures, trouble), share, moments);
                }
            }
        } finally {
            Folders.delete(folder);
        }
        trouble.print(figures);
        return trouble.held();
    }

    /** Before anything is started. */
    private void check() {
        List<String> unknown =
                cases.stream().filter(each -> !Worlds.CASES.contains(each)).toList();
        if (!unknown.isEmpty() || !steps.matches("all|[0-9]{1,6}") || members < LEAST || random < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There are the cases " + Worlds.CASES + " and not '" + String.join(",", unknown)
                            + "'; --steps is 'all' or a number, not '" + steps + "'; --members is " + LEAST
                            + " or more, --random not negative");
        }
    }

    /** So many steps, spread over all of them. */
    private void kill(Rounds rounds, int share, Random moments) throws IOException, InterruptedException {
        int most = steps.equals("all") ? rounds.writes() : Math.min(rounds.writes(), Integer.parseInt(steps));
        for (int step = 1; step <= most; step++) {
            rounds.atWrite(step * rounds.writes() / most);
        }
        for (int i = 0; i < share; i++) {
            rounds.atRandom(moments);
        }
    }
}
