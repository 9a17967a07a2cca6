package dev.tickmark.console.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What may be installed, and where. */
class InstallFolderTests {

	@TempDir
	Path temporary;

	@Test
	void aNewFolderAndAnEmptyOneWillDo() throws Exception {
		Path fresh = this.temporary.resolve("a/b");
		assertThat(InstallFolder.prepare(fresh).next().path()).isEqualTo(fresh.toRealPath().resolve("program-1"));
		assertThat(InstallFolder.prepare(fresh).current()).isEmpty();
	}

	@Test
	void aFolderOfSomebodyElsesIsRefusedAndLeftAlone() throws Exception {
		Path letter = Files.writeString(this.temporary.resolve("letter.txt"), "Dear all,");
		assertThatExceptionOfType(NotInstalled.class).isThrownBy(() -> InstallFolder.prepare(this.temporary))
			.withMessageContaining(this.temporary.toString())
			.withMessageContaining("name an empty folder")
			.matches(NotInstalled::isWrongUsage);
		assertThatExceptionOfType(NotInstalled.class).isThrownBy(() -> InstallFolder.prepare(letter))
			.withMessageContaining("is a file");
		assertThat(letter).hasContent("Dear all,");
		assertThat(this.temporary.toFile().list()).hasSize(1);
	}

	@Test
	void theNextProgramGetsANumberThatNoneHad() throws Exception {
		InstallFolder folder = InstallFolder.prepare(this.temporary);
		Files.createFile(folder.lock());
		Files.createDirectory(this.temporary.resolve("program-9"));
		Files.createDirectory(this.temporary.resolve("program-10"));
		Files.createDirectory(this.temporary.resolve("program-x"));
		assertThat(InstallFolder.prepare(this.temporary).next().name()).isEqualTo("program-11");
		assertThat(folder.programs()).hasSize(2);
	}

	@Test
	void onlyThePackedJarCanBeInstalled() throws Exception {
		assertThatExceptionOfType(NotInstalled.class).isThrownBy(PackedJar::own)
			.withMessageContaining("runs from classes")
			.withMessageContaining("mvn package");
		Path plain = jar("plain.jar", "dev/");
		assertThatExceptionOfType(NotInstalled.class).isThrownBy(() -> PackedJar.of(plain.toString()))
			.withMessageContaining("is an installed one")
			.withMessageContaining(this.temporary.toString());
		Path packed = jar("packed.jar", "BOOT-INF/lib/");
		assertThat(PackedJar.of(packed.toString()).file()).isEqualTo(packed);
	}

	@Test
	void whoeverComesSecondIsTold() throws Exception {
		InstallFolder folder = InstallFolder.prepare(this.temporary);
		try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock lock = channel.lock()) {
			assertThat(lock.isValid()).isTrue();
			assertThatExceptionOfType(NotInstalled.class)
				.isThrownBy(() -> Installation.into(this.temporary, new PackedJar(Path.of("none.jar")), (_) -> {
				}))
				.withMessageContaining("Another process is installing");
		}
	}

	@Test
	void aJarThatCannotBeUnpackedLeavesNothingButItsLog() throws Exception {
		Path broken = Files.writeString(this.temporary.resolve("broken.jar"), "no jar");
		Path folder = this.temporary.resolve("installed");
		assertThatExceptionOfType(NotInstalled.class)
			.isThrownBy(() -> Installation.into(folder, new PackedJar(broken), (_) -> {
			}))
			.withMessageContaining("could not be unpacked")
			.matches((ex) -> !ex.isWrongUsage());
		assertThat(folder.toFile().list()).containsExactlyInAnyOrder("install.lock", "install.log");
	}

	private Path jar(String name, String folder) throws IOException {
		Path file = this.temporary.resolve(name);
		try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
			jar.putNextEntry(new ZipEntry(folder));
		}
		return file;
	}

}
