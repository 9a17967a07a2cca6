package dev.tickmark.console;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Takes a new password. Never from an argument: those are seen by all who list processes.
 */
final class NewPassword {

	/** More than any password has. */
	private static final int MOST_BYTES = 4096;

	@Option(names = "--password-file", paramLabel = "FILE",
			description = "the password is the file's first line; default: it is asked for, or, where nobody can be"
					+ " asked, the first line of standard input")
	private @Nullable Path file;

	boolean isInFile() {
		return this.file != null;
	}

	String read() throws NotGiven {
		if (this.file != null) {
			return ofFile(this.file);
		}
		Console console = System.console();
		return (console != null && console.isTerminal()) ? asked(console) : ofStandardInput();
	}

	private static String ofFile(Path file) throws NotGiven {
		String name = "The password file " + Paragraph.harmless(file.toString());
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			return firstLine(in, name);
		}
		catch (IOException ex) {
			throw new NotGiven(name + (Files.isDirectory(file) ? " is a folder."
					: Files.exists(file) ? " cannot be read: check who may." : " does not exist."));
		}
	}

	private static String ofStandardInput() throws NotGiven {
		try {
			return firstLine(System.in, "Standard input");
		}
		catch (IOException ex) {
			throw new NotGiven("Standard input cannot be read.");
		}
	}

	private static String asked(Console console) throws NotGiven {
		char[] first = console.readPassword("Password: ");
		char[] second = (first != null) ? console.readPassword("The same again: ") : null;
		if (first == null || second == null) {
			throw new NotGiven("No password was given.");
		}
		if (!Arrays.equals(first, second)) {
			throw new NotGiven("The two passwords are not the same: give the command again.");
		}
		return new String(first);
	}

	private static String firstLine(InputStream in, String name) throws IOException, NotGiven {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int octet = in.read();
		while (octet >= 0 && octet != '\n') {
			line.write(octet);
			if (line.size() > MOST_BYTES) {
				throw new NotGiven(name + " has no password: its first line is too long.");
			}
			octet = in.read();
		}
		// editors of Windows put the one before it, and the other after it
		String text = text(line.toByteArray(), name).replaceFirst("^\uFEFF", "").replaceFirst("\r$", "");
		if (text.isEmpty()) {
			throw new NotGiven(name + " has no password: its first line is empty.");
		}
		return text;
	}

	private static String text(byte[] bytes, String name) throws NotGiven {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new NotGiven(name + " has no password: its first line is not text in UTF-8.");
		}
	}

}
