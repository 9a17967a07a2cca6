package dev.tickmark.ledger.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** Unpacking programs into a cache that several processes share. */
class BinariesTests {

	@TempDir
	Path cache;

	@Test
	void twoThatUnpackAtOnceGetTheSameCompleteFolder() throws Exception {
		Archive archive = archive("bin/program");
		Callable<Path> locate = () -> Binaries.locate(archive, this.cache);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Path> one = threads.submit(locate);
			Future<Path> other = threads.submit(locate);
			assertThat(one.get()).isEqualTo(other.get());
			assertThat(one.get().resolve("bin/program")).isExecutable().hasContent("#!");
			assertThat(one.get().resolve("lib/link")).isSymbolicLink().hasContent("#!");
		}
		assertThat(this.cache).isDirectoryContaining((file) -> file.getFileName().toString().startsWith("postgres-"))
			.isDirectoryNotContaining((file) -> file.getFileName().toString().contains(".new-"));
	}

	@Test
	void whatAKilledProcessLeftIsRemovedWhenItIsOld() throws Exception {
		Path fresh = Files.createDirectory(this.cache.resolve("postgres-x.new-1"));
		Path old = Files.createDirectory(this.cache.resolve("postgres-x.new-2"));
		Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
		Binaries.locate(archive("bin/program"), this.cache);
		assertThat(fresh).exists();
		assertThat(old).doesNotExist();
	}

	@Test
	void anArchiveMayNotReachOutOfItsFolder() throws Exception {
		Archive archive = archive("../escaped");
		assertThatIOException().isThrownBy(() -> Binaries.locate(archive, this.cache)).withMessageContaining("escaped");
		assertThat(this.cache.resolve("escaped")).doesNotExist();
	}

	private static Archive archive(String program) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
			byte[] content = "#!".getBytes(StandardCharsets.US_ASCII);
			TarArchiveEntry file = new TarArchiveEntry(program, true);
			file.setSize(content.length);
			file.setMode(0100755);
			tar.putArchiveEntry(file);
			tar.write(content);
			tar.closeArchiveEntry();
			TarArchiveEntry link = new TarArchiveEntry("lib/link", TarConstants.LF_SYMLINK);
			link.setLinkName("../" + program);
			tar.putArchiveEntry(link);
			tar.closeArchiveEntry();
		}
		return new Archive(bytes.toByteArray());
	}

}
