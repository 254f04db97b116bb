// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.forecast;

import io.audiencebridge.trials.Figures;
import io.audiencebridge.trials.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds forecasts against the truth: near misses that were planted, and intervals of hundreds of data sets. */
@Command(
        name = "forecast",
        description =
                "Plants every near miss and looks whether it is named; forecasts data sets of known truth and counts how often intervals hold it.",
        mixinStandardHelpOptions = true)
public final class ForecastTrial implements Trial {
    @Option(names = "--people", description = "recipients and members of each near miss")
    private int people = 4_000;

    @Option(names = "--sets", description = "data sets for each way to measure")
    private int sets = 150;

    @Option(names = "--large", description = "data sets of a hundred million on both sides")
    private int large = 4;

    @Option(names = "--seed", description = "where the data sets come from")
    private long seed = 1;

    /** A trial with its defaults. */
    public ForecastTrial() {}

    @Override
    public boolean run(Figures figures) throws IOException {
        Path home = Files.createTempDirectory("forecast-trial");
        boolean named = new Planting(home, people).run(figures);
        return new Coverage(home, seed).run(sets, large, figures) && named;
    }
}
