package dev.tickmark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Reports of banks to be read, and what comes of them. */
final class GivenReport {

	private static final Path FOLDER = Path.of("src/test/resources/intake/bankreport");

	private GivenReport() {
	}

	static Path path(String name) {
		return FOLDER.resolve(name + ".xml");
	}

	static BankReport report(String name) throws UnreadableFile {
		return BankReport.open(path(name));
	}

	static String text(String name) {
		try {
			return Files.readString(path(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<BankPayment> payments(BankReport report) throws UnreadableFile {
		List<BankPayment> payments = new ArrayList<>();
		report.read(payments::add);
		return payments;
	}

	/** The verdicts by end-to-end id. */
	static Map<@Nullable String, @Nullable Verdict> verdicts(String name) throws UnreadableFile {
		Map<@Nullable String, @Nullable Verdict> verdicts = new LinkedHashMap<>();
		for (BankPayment payment : payments(report(name))) {
			verdicts.put(payment.endToEndId(), (payment.status() != null) ? payment.status().verdict() : null);
		}
		return verdicts;
	}

	/** The suggested names by end-to-end id. */
	static Map<@Nullable String, @Nullable String> suggestions(String name) throws UnreadableFile {
		Map<@Nullable String, @Nullable String> names = new LinkedHashMap<>();
		payments(report(name)).forEach((payment) -> names.put(payment.endToEndId(), payment.suggestedName()));
		return names;
	}

	static BankStatus status(@Nullable BankStatus status) {
		return Objects.requireNonNull(status, "no status");
	}

	/** What is said about a file that cannot be opened, without the folder's name. */
	static String refusal(Path file) {
		UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> BankReport.open(file));
		assertThat(refused).as("a refusal").isNotNull();
		return String.valueOf(refused.getMessage()).replace(file.getParent() + "/", "");
	}

}
