package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The scripts that start an installed program. They replace older ones in one step, so
 * that whoever starts one gets the program before or the one after.
 *
 * @param java the Java that the program's cache was made with
 * @param program the folder's name of the program, beside the script
 */
record StartScript(String java, String program) {

	/**
	 * Options of the virtual machine: its warnings would mix with what the program
	 * prints, a cache that does not fit is passed over, and an older Java, which does not
	 * know the cache, gets as far as to say so. A heap of 32 GB and more, which a large
	 * machine would get, could not use the cache; a run of a million rows takes 300 MB.
	 */
	static final List<String> OPTIONS = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-Xlog:disable", "-Xmx1g");

	private static final String POSIX = """
			#!/bin/sh
			# Starts Tickmark. "tickmark install" wrote this file, and replaces it.
			self=$0
			while [ -L "$self" ]; do
				link=$(readlink "$self")
				case $link in
					/*) self=$link ;;
					*) self=$(dirname "$self")/$link ;;
				esac
			done
			here=$(CDPATH='' cd "$(dirname "$self")" && pwd -P) || exit 2
			program=$here/%s
			# the Java that the cache was made with; another one does without
			java=%s
			if [ ! -x "$java" ]; then
				java=${JAVA_HOME:+$JAVA_HOME/bin/}java
			fi
			if ! command -v "$java" >/dev/null; then
				echo "Tickmark needs Java 25: install a JDK 25, or let JAVA_HOME say where one is." >&2
				exit 2
			fi
			# shellcheck disable=SC2086 # several options may be given
			exec "$java" %s "-XX:AOTCache=$program/%s" "-D%s=$program" ${TICKMARK_JAVA_OPTIONS-} -jar "$program/%s" "$@"
			""";

	/** The last line is one, for this file may be replaced while it is read. */
	private static final String WINDOWS = """
			@echo off
			rem Starts Tickmark. "tickmark install" wrote this file, and replaces it.
			setlocal
			set "TICKMARK_PROGRAM=%%~dp0%s"
			set "TICKMARK_JAVA=%s"
			if not exist "%%TICKMARK_JAVA%%" set "TICKMARK_JAVA=java"
			"%%TICKMARK_JAVA%%" %s "-XX:AOTCache=%%TICKMARK_PROGRAM%%\\%s" "-D%s=%%TICKMARK_PROGRAM%%" %%TICKMARK_JAVA_OPTIONS%% -jar "%%TICKMARK_PROGRAM%%\\%s" %%* & exit /b
			""";

	String posix() {
		return POSIX.formatted(this.program, "'" + this.java.replace("'", "'\\''") + "'", String.join(" ", OPTIONS),
				ProgramFolder.CACHE, InUse.PROPERTY, ProgramFolder.JAR);
	}

	String windows() {
		return WINDOWS
			.formatted(this.program, this.java.replace("%", "%%"), String.join(" ", OPTIONS), ProgramFolder.CACHE,
					InUse.PROPERTY, ProgramFolder.JAR)
			.replace("\n", "\r\n");
	}

	void write(InstallFolder folder) throws IOException {
		replace(folder.windowsScript(), windows(), Charset.defaultCharset());
		replace(folder.script(), posix(), StandardCharsets.UTF_8);
	}

	private static void replace(Path script, String text, Charset charset) throws IOException {
		Path fresh = script.resolveSibling(script.getFileName() + ".new");
		Files.writeString(fresh, text, charset);
		if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
		Files.move(fresh, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

}
