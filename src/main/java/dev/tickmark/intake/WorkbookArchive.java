package dev.tickmark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The ZIP archive that a workbook is. Its parts are unpacked while they are read, never
 * to a file, and everything is read through one open file: whoever puts another in its
 * place meanwhile changes nothing here.
 */
final class WorkbookArchive implements AutoCloseable {

	/** The largest workbook, in bytes. */
	private static final long LARGEST_FILE = 2L << 30;

	/** The longest list of contents, in bytes. A workbook of 200 sheets has 0.1 MB. */
	private static final long LONGEST_LIST = 4L << 20;

	private final Path file;

	private final FileChannel channel;

	private final ZipFile zip;

	/** By name in lower case: the names of parts are equal in any case. */
	private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

	private final List<String> names = new ArrayList<>();

	private WorkbookArchive(Path file, FileChannel channel) throws IOException, UnreadableFile {
		this.file = file;
		this.channel = channel;
		refuseHuge();
		this.zip = ZipFile.builder().setSeekableByteChannel(channel).get();
		for (var all = this.zip.getEntries(); all.hasMoreElements();) {
			ZipArchiveEntry entry = all.nextElement();
			this.names.add(entry.getName());
			if (this.entries.put(key(entry.getName()), entry) != null) {
				throw WorkbookFaults.damaged(file, "two parts of it have the same name");
			}
		}
	}

	static WorkbookArchive open(Path file) throws UnreadableFile {
		FileChannel channel;
		try {
			channel = FileChannel.open(file, StandardOpenOption.READ);
		}
		catch (IOException ex) {
			throw Faults.notReadable(file, ex);
		}
		try {
			return new WorkbookArchive(file, channel);
		}
		// The library has its own exceptions for some kinds of damage
		catch (IOException | RuntimeException ex) {
			close(channel);
			throw WorkbookFaults.damaged(file, ex);
		}
		catch (UnreadableFile ex) {
			close(channel);
			throw ex;
		}
	}

	private void refuseHuge() throws IOException, UnreadableFile {
		if (this.channel.size() > LARGEST_FILE) {
			throw new UnreadableFile(this.file,
					"is a workbook of more than " + (LARGEST_FILE >> 30) + " GB, at most that is read. Divide it.");
		}
		if (ArchiveEnd.listBytes(this.channel) > LONGEST_LIST) {
			throw new UnreadableFile(this.file,
					"is an archive with far more parts than a workbook has. Save the payees as a workbook (.xlsx).");
		}
	}

	/** The names of all parts, as they are written. */
	List<String> names() {
		return this.names;
	}

	boolean has(String name) {
		return this.entries.containsKey(key(name));
	}

	/**
	 * Begins to unpack a part.
	 * @param most how many bytes it may have
	 * @return null when there is no such part
	 */
	@Nullable InputStream part(String name, long most) throws UnreadableFile {
		ZipArchiveEntry entry = this.entries.get(key(name));
		if (entry == null) {
			return null;
		}
		if (entry.getGeneralPurposeBit().usesEncryption()) {
			throw WorkbookFaults.password(this.file);
		}
		try {
			return new BoundedPart(this.zip.getInputStream(entry), entry, most);
		}
		catch (IOException | RuntimeException ex) {
			throw WorkbookFaults.part(this.file, name, ex);
		}
	}

	/** How many bytes the file has. */
	long size() throws UnreadableFile {
		try {
			return this.channel.size();
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
	}

	/** The hash of all the bytes that the file has now. */
	String sha256Hex() throws UnreadableFile {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
			for (long at = 0; this.channel.read(bytes.clear(), at) > 0; at += bytes.limit()) {
				digest.update(bytes.flip());
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String key(String name) {
		String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
		return plain.startsWith("/") ? plain.substring(1) : plain;
	}

	@Override
	public void close() throws UnreadableFile {
		try (this.channel) {
			this.zip.close();
		}
		catch (IOException ex) {
			throw Faults.notReadable(this.file, ex);
		}
	}

	private static void close(FileChannel channel) {
		try {
			channel.close();
		}
		catch (IOException _) {
			// what went wrong before is what is to be said
		}
	}

}
