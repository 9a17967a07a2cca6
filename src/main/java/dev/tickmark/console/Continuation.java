package dev.tickmark.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.Run;
import dev.tickmark.verification.definition.Definitions;

/**
 * The command that continues a run.
 *
 * @param home the folder of the program's own files
 * @param settings the settings that were given with this command
 */
record Continuation(Path home, List<String> settings) {

	/** They say where the ledger is, and are no secrets. */
	private static final Pattern SHOWN = Pattern
		.compile("--(tickmark\\.home|spring\\.config\\..*|spring\\.profiles\\..*)=.*");

	/** The command as it was given, without what is so by default. */
	String command(Run run) {
		List<String> words = new ArrayList<>(List.of("tickmark", "verify", run.filePath()));
		if (run.key().sandbox()) {
			words.add("--sandbox");
		}
		if (!Definitions.DEFAULT.equals(run.key().job())) {
			words.addAll(List.of("--job", run.key().job()));
		}
		Path parent = Objects.requireNonNull(run.reports().getParent());
		if (!parent.equals(this.home.resolve(Order.REPORTS).toAbsolutePath().normalize())) {
			words.addAll(List.of("--reports", parent.toString()));
		}
		Stream<String> shown = this.settings.stream().filter((setting) -> SHOWN.matcher(setting).matches());
		// without them it may be another ledger, where everything is asked and paid anew;
		// but they may be secrets
		Stream<String> withheld = this.settings.stream()
			.filter((setting) -> !SHOWN.matcher(setting).matches())
			.map((setting) -> setting.replaceFirst("(?s)=.*", "=…"));
		return Stream.concat(Stream.concat(words.stream(), shown).map(ShellWord::of), withheld)
			.collect(Collectors.joining(" "));
	}

	/** Why the command would not do; null when it would, as far as one can see. */
	@Nullable String obstacle(Run run) {
		try {
			Path file = Path.of(run.filePath());
			if (!Files.exists(file)) {
				return "The file is not there any more. Its content continues the run, whatever its name and place.";
			}
			return (Files.size(file) == run.fileSize()) ? null
					: "The file is not the same any more; its new content would be a run of its own.";
		}
		catch (InvalidPathException | IOException _) {
			return "The file cannot be looked at.";
		}
	}

}
