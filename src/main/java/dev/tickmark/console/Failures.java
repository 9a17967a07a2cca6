package dev.tickmark.console;

import java.io.PrintWriter;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

import dev.tickmark.console.install.NotInstalled;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.DatabaseTrouble;
import dev.tickmark.ledger.embedded.DatabaseUnavailable;
import dev.tickmark.provider.Misconfigured;
import dev.tickmark.verification.ReportUnwritable;
import dev.tickmark.verification.definition.BadDefinition;

/** Tells in one sentence why a command could not do its work. */
final class Failures {

	private static final Logger log = LoggerFactory.getLogger(Failures.class);

	private Failures() {
	}

	/**
	 * Tells a failure.
	 * @return the exit code
	 */
	static int tell(Exception exception, PrintWriter err) {
		log.error("the command failed", exception);
		Told told = told(exception);
		err.println(told.sentence());
		err.flush();
		return told.code();
	}

	private static Told told(Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case UnreadableFile file -> {
					return new Told(String.valueOf(file.getMessage()), ExitCode.REFUSED);
				}
				case BadDefinition definition -> {
					return new Told(String.valueOf(definition.getMessage()), ExitCode.REFUSED);
				}
				case Misconfigured misconfigured -> {
					return new Told(String.valueOf(misconfigured.getMessage()), ExitCode.REFUSED);
				}
				case NotInstalled install -> {
					return new Told(String.valueOf(install.getMessage()),
							install.isWrongUsage() ? ExitCode.REFUSED : ExitCode.UNFINISHED);
				}
				case BindException binding -> {
					return new Told(String.valueOf(Misconfigured.of(binding).getMessage()), ExitCode.REFUSED);
				}
				case ReportUnwritable report -> {
					return new Told(String.valueOf(report.getMessage()), ExitCode.UNFINISHED);
				}
				case PortInUseException port -> {
					return new Told("Port " + port.getPort() + " is used by another process, perhaps another tickmark"
							+ " serve. End that one, or take another: --server.port=8081.", ExitCode.REFUSED);
				}
				case DatabaseUnavailable database -> {
					return new Told(String.valueOf(database.getMessage()), ExitCode.UNFINISHED);
				}
				default -> {
				}
			}
		}
		Optional<String> trouble = DatabaseTrouble.in(exception);
		if (trouble.isPresent()) {
			return new Told(trouble.get() + " Nothing is lost: the same command continues.", ExitCode.UNFINISHED);
		}
		return new Told("Something went wrong inside Tickmark (" + exception.getClass().getSimpleName()
				+ "); the log file has the details. The same command continues.", ExitCode.UNFINISHED);
	}

	private record Told(String sentence, int code) {

	}

}
