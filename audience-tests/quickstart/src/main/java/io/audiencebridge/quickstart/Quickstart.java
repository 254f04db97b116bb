// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.adapter.reports.JsonReport;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeException;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The program: options in, a balance out. */
final class Quickstart {
    static final int DONE = 0;
    static final int FAILED = 1;

    private static final Path PAGE = Path.of("target", "quickstart", "report.html");

    private final PrintStream out;
    private final PrintStream err;

    Quickstart(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The exit code; never throws, and prints no stack trace. */
    int run(OptionReader.Lookup lookup) {
        Either<Seq<Mistake>, Options> options = OptionReader.read(lookup);
        if (options.isLeft()) {
            err.print(Mistake.explain(options.getLeft()));
            return FAILED;
        }
        try {
            go(options.get());
            return DONE;
        } catch (AudienceBridgeException refused) {
            return failed(refused.error().code() + ": " + refused.getMessage());
        } catch (IOException | UncheckedIOException | Journey.StrandedException stranded) {
            return failed(String.valueOf(stranded.getMessage()));
        } catch (RuntimeException defect) {
            return failed(defect + "; this is a defect, please report it");
        }
    }

    private int failed(String why) {
        err.println("The journey ended early. " + why);
        return FAILED;
    }

    private void go(Options options) throws IOException {
        Narrator narrator = new Narrator(out, System::nanoTime);
        Option<PeopleFile> file = options.recipients().map(PeopleFile::new);
        narrator.tell("Audience Bridge quickstart: "
                + file.map(people ->
                                "the people of " + options.recipients().get().getFileName())
                        .getOrElse(() -> Balance.written(options.people()) + " made-up people")
                + ", matched by " + matched(options));
        Sandbox.Builder builder = Sandbox.builder().recipients(options.people());
        file.forEach(builder::recipients);
        Path home = Files.createTempDirectory("audience-bridge-quickstart");
        try {
            thereAndBack(options, builder, file, home, narrator);
            out.print(Balance.of(FromPlatform.receive(home.resolve("platform"), narrator)));
        } finally {
            delete(home);
        }
    }

    private void thereAndBack(
            Options options, Sandbox.Builder builder, Option<PeopleFile> file, Path home, Narrator narrator)
            throws IOException {
        try (Sandbox sandbox = builder.start()) {
            narrator.tell("The sandbox serves IMS, Campaign, Audience Manager and S3 on loopback");
            file.filter(people -> people.rejects().count() > 0)
                    .forEach(people ->
                            narrator.tell(Balance.written(people.rejects().count()) + " lines rejected, see "
                                    + people.rejects().file()));
            Outcome outcome = travel(options, sandbox, home, narrator);
            report(options, outcome);
            out.print(Balance.of(outcome, file) + "\n");
        }
    }

    private static String matched(Options options) {
        return options.key() instanceof Declared declared
                ? declared.field() + ", travelling " + (declared.wire() == KeyForm.PLAIN ? "plain" : "as SHA-256")
                : "visitor id";
    }

    private static Outcome travel(Options options, Sandbox sandbox, Path home, Narrator narrator) throws IOException {
        Systems systems = new Systems(sandbox);
        try (AudienceBridge bridge = systems.bridge(home.resolve("there-and-back"), narrator)) {
            Outcome outcome = new Journey(sandbox, bridge, systems.dataSource(options.key()), narrator)
                    .travel(options.audience());
            narrator.tell(page(bridge, outcome));
            return outcome;
        }
    }

    /** Where the page of the journey is. A folder in which nothing may be written ends no journey. */
    private static String page(AudienceBridge bridge, Outcome outcome) throws IOException {
        if (!Files.isWritable(Path.of(""))) {
            return "No page of the journey is written: this folder is not to be written in";
        }
        Files.createDirectories(PAGE.toAbsolutePath().getParent());
        return "The journey as a page: "
                + bridge.report(List.of(outcome.exported(), outcome.imported()))
                        .sizes(outcome.sizes())
                        .as(ReportFormat.HTML)
                        .writeTo(PAGE);
    }

    private void report(Options options, Outcome outcome) throws IOException {
        if (options.report().isDefined()) {
            String json = new JsonReport()
                    .write(List.of(outcome.exported(), outcome.imported()))
                    .getOrElseThrow(error -> new Journey.StrandedException(error.message()));
            Files.writeString(options.report().get(), json);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
