package dev.tickmark.console.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * The packaged jar, which has all others in it.
 *
 * @param file its absolute path
 */
record PackedJar(Path file) {

	private static final String HOW = "java -jar target/tickmark-*.jar install DIR";

	/**
	 * The jar that this program was started from.
	 * @throws NotInstalled when it runs from anything else
	 */
	static PackedJar own() throws NotInstalled {
		return of(System.getProperty("java.class.path", ""));
	}

	/**
	 * The jar of a class path.
	 * @throws NotInstalled when it is not that jar alone
	 */
	static PackedJar of(String classPath) throws NotInstalled {
		if (classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")) {
			throw NotInstalled.wrong("Only the packaged jar can be installed, and this runs from classes. Build the jar"
					+ " with mvn package, then: " + HOW);
		}
		Path file = Path.of(classPath).toAbsolutePath().normalize();
		try (JarFile jar = new JarFile(file.toFile())) {
			if (jar.getEntry("BOOT-INF/lib/") == null) {
				throw NotInstalled.wrong("This program is an installed one (" + file.getParent()
						+ "). To install a newer one or another copy, use the packaged jar: " + HOW);
			}
		}
		catch (IOException ex) {
			throw NotInstalled.failed("The jar " + file + " cannot be read: " + ex.getMessage(), ex);
		}
		return new PackedJar(file);
	}

}
