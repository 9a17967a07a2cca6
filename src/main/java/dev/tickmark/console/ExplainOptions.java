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

	@Parameters(index = "1", paramLabel = "LINE", converter = RowName.Converter.class,
			description = "the line of the payee file on which the row begins; the header is on line 1; LINE:N is the"
					+ " N-th of several rows that begin on one line, as in a payment file")
	private RowName row = new RowName(0, null);

	@Override
	public Integer call() {
		CommandSpec known = Objects.requireNonNull(this.spec);
		Screen screen = Screen.of(known.commandLine().getOut());
		try (ConfigurableApplicationContext context = Application.start(Tickmark.class,
				TickmarkCommand.settings(known))) {
			return switch (explained(context.getBean(Explanations.class))) {
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

	private Explained explained(Explanations explanations) {
		Long nth = this.row.nth();
		return (nth != null) ? explanations.explain(this.run, this.row.line(), nth)
				: explanations.explain(this.run, this.row.line());
	}

}
