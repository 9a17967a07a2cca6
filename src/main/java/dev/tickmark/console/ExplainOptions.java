package dev.tickmark.console;

import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tickmark.Tickmark;
import dev.tickmark.story.Stories;
import dev.tickmark.verification.Explained;
import dev.tickmark.verification.Explanations;

/** What {@code tickmark explain} takes and does. */
@Command(name = "explain", mixinStandardHelpOptions = true,
		description = "Shows one row's whole story: every call with its answer, masked, and why the verdict is what it is.")
final class ExplainOptions implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Parameters(index = "0", paramLabel = "RUN", description = "the run's number, as tickmark runs shows it")
	private long run;

	@Parameters(index = "1", paramLabel = "LINE",
			description = "the line of the payee file on which the row begins; the header is on line 1")
	private long line;

	@Override
	public Integer call() {
		CommandSpec known = Objects.requireNonNull(this.spec);
		Screen screen = Screen.of(known.commandLine().getOut());
		try (ConfigurableApplicationContext context = Application.start(Tickmark.class,
				TickmarkCommand.settings(known))) {
			return switch (context.getBean(Explanations.class).explain(this.run, this.line)) {
				case Explained.NoRow missing -> {
					known.commandLine().getErr().println(Paragraph.harmless(missing.why()));
					yield ExitCode.REFUSED;
				}
				case Explained.Rejected rejected -> {
					StoryLines.of(Stories.of(rejected, rejected.run().filePath())).forEach(screen::say);
					yield ExitCode.COMPLETE;
				}
				case Explained.Asked asked -> {
					StoryLines.of(Stories.of(asked, asked.run().filePath())).forEach(screen::say);
					yield ExitCode.COMPLETE;
				}
			};
		}
	}

}
