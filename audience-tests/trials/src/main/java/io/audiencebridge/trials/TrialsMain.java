// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import io.audiencebridge.trials.diagnose.DiagnoseTrial;
import io.audiencebridge.trials.faults.FaultsTrial;
import io.audiencebridge.trials.forecast.ForecastTrial;
import io.audiencebridge.trials.kill.Kill;
import io.audiencebridge.trials.load.Load;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** Runs one trial by its name. Exit code 0: everything held; 1: something did not, or the trial could not be carried out; 2: the command was wrong. */
@Command(
        name = "java -jar audience-trials.jar",
        description = "Long proofs; each prints lines 'figure NAME VALUE'.",
        synopsisSubcommandLabel = "TRIAL")
public final class TrialsMain {
    private TrialsMain() {}

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine commands = new CommandLine(new TrialsMain());
        trials().forEach(commands::addSubcommand);
        return commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(parsed -> run(parsed, new Figures(out)))
                .execute(arguments);
    }

    private static List<Trial> trials() {
        return List.of(new DiagnoseTrial(), new FaultsTrial(), new ForecastTrial(), new Kill(), new Load());
    }

    private static int run(ParseResult parsed, Figures figures) {
        CommandLine.ParseResult chosen = parsed.subcommand();
        if (chosen == null) {
            throw new CommandLine.ParameterException(parsed.commandSpec().commandLine(), "Name a trial");
        }
        try {
            return ((Trial) chosen.commandSpec().userObject()).run(figures) ? 0 : 1;
        } catch (CommandLine.ParameterException wrong) {
            throw wrong;
        } catch (Exception failed) {
            throw new CommandLine.ExecutionException(
                    chosen.commandSpec().commandLine(), "The trial was not carried out", failed);
        }
    }
}
