package dev.tickmark.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.stereotype.Component;

/** Looks whether the payee file that is kept with a run is the one that was read. */
@Component
class KeptFile {

	private final Originals originals;

	KeptFile(Originals originals) {
		this.originals = originals;
	}

	/** Whether it is, to the byte; also when none was kept. */
	boolean isWhole(Run run) {
		return !this.originals.has(run.id()) || sha256(run.id()).equals(run.key().sha256());
	}

	/** The hash in lower case hexadecimal; empty when the file cannot be put together. */
	private String sha256(long run) {
		try (InputStream in = this.originals.open(run);
				DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(),
						MessageDigest.getInstance("SHA-256"))) {
			in.transferTo(out);
			return HexFormat.of().formatHex(out.getMessageDigest().digest());
		}
		catch (IOException _) {
			return "";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

}
