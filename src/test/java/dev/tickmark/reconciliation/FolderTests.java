package dev.tickmark.reconciliation;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FolderTests {

	@ParameterizedTest
	@CsvSource({ "DE89370400440532013000,****3000", "123456789,****6789", "12345678,****78", "1234,****34", "123,****3",
			"1,****", "'',''",
			// as a statement shows it, which has hidden what is to be hidden
			"****7201,****7201", "*7201,****7201", "****,****", "****01,****01", "DE89*3000,****3000",
			"408400******1234,****1234",
			// what it shows at the end may be all that it hides elsewhere
			"*0440532013000,****3000" })
	void ofAnAccountNoMoreThanTheEndIsShown(String account, String shown) {
		assertThat(Folder.masked(account)).isEqualTo(shown);
	}

	@Test
	void whatIsHiddenAtTheEndStaysHidden() {
		assertThat(Folder.masked("40840012****")).isEqualTo("****").doesNotContain("0012");
	}

	@Test
	void noAccountIsAnEmptyCell() {
		assertThat(Folder.masked(null)).isEmpty();
	}

	@Test
	void timesAreInUtcToTheSecondAndWhatIsMissingIsEmpty() {
		assertThat(Folder.cell(Instant.parse("2026-03-01T12:00:00.987Z"))).isEqualTo("2026-03-01T12:00:00Z");
		assertThat(Folder.cell(42L)).isEqualTo("42");
		assertThat(Folder.cell(null)).isEmpty();
	}

}
