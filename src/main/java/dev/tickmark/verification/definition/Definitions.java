package dev.tickmark.verification.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tickmark.payee.ProviderName;

/**
 * The job definitions there are: the files {@code NAME.yaml} of a folder, and the one
 * named {@code default}, which comes with the program and may be replaced.
 */
public final class Definitions {

	/** What is done when nothing else is said. */
	public static final String DEFAULT = "default";

	private static final String ENDING = ".yaml";

	/** A name is part of file names and of the ledger. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

	/** The largest file that can be a definition, in bytes. */
	private static final long LARGEST = 1 << 20;

	private final Path folder;

	private Definitions(Path folder) {
		this.folder = folder;
	}

	/**
	 * Those of the folder {@code jobs} in the folder in which the program was started.
	 */
	public static Definitions here() {
		return in(Path.of("jobs"));
	}

	public static Definitions in(Path folder) {
		return new Definitions(folder);
	}

	/** The names of all definitions, in their order. */
	public List<String> names() {
		Set<String> names = new TreeSet<>();
		names.add(DEFAULT);
		if (Files.isDirectory(this.folder)) {
			try (Stream<Path> files = Files.list(this.folder)) {
				files.map((file) -> file.getFileName().toString())
					.filter((name) -> name.endsWith(ENDING))
					.map((name) -> name.substring(0, name.length() - ENDING.length()))
					.filter((name) -> NAME.matcher(name).matches())
					.forEach(names::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return List.copyOf(names);
	}

	/**
	 * Reads a definition.
	 * @throws BadDefinition when there is none of this name, or it cannot be used
	 */
	public JobDefinition find(String name) throws BadDefinition {
		Path file = this.folder.resolve(name + ENDING);
		if (!NAME.matcher(name).matches() || !(Files.exists(file) || DEFAULT.equals(name))) {
			throw new BadDefinition("--job " + shown(name),
					"there is no job definition of this name; there are: " + String.join(", ", names())
							+ ". A definition is a file NAME" + ENDING + " in the folder " + this.folder + ".");
		}
		return Files.exists(file) ? DefinitionText.read(name, file.toString(), text(file), Set.of()) : own();
	}

	/**
	 * Reads a definition again, when it is known which providers there are.
	 * @throws BadDefinition when it cannot be used
	 */
	public static JobDefinition read(String name, String text, Set<ProviderName> providers) throws BadDefinition {
		return DefinitionText.read(name, "jobs/" + name + ENDING, text, providers);
	}

	/**
	 * Reads a definition that was kept.
	 * @param where what it is called in messages
	 * @throws BadDefinition when it cannot be used
	 */
	public static JobDefinition kept(String name, String where, String text, Set<ProviderName> providers)
			throws BadDefinition {
		return DefinitionText.read(name, where, text, providers);
	}

	private static String text(Path file) throws BadDefinition {
		try {
			if (Files.size(file) > LARGEST) {
				throw new BadDefinition(file.toString(), "the file is larger than " + LARGEST + " bytes.");
			}
			return Files.readString(file);
		}
		catch (CharacterCodingException _) {
			throw new BadDefinition(file.toString(), "the file is not UTF-8. Save it as UTF-8.");
		}
		catch (IOException ex) {
			throw new BadDefinition(file.toString(), "the file could not be read: " + ex.getMessage());
		}
	}

	/** The one that comes with the program. */
	public static JobDefinition own() {
		try {
			return DefinitionText.read(DEFAULT, DEFAULT + ENDING, ownText(), Set.of());
		}
		catch (BadDefinition ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String ownText() {
		try (InputStream in = Definitions.class.getResourceAsStream("/jobs/" + DEFAULT + ENDING)) {
			return new String(Objects.requireNonNull(in, "the default definition is missing").readAllBytes(),
					StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String shown(String name) {
		return name.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(60, name.length()));
	}

}
