package dev.tickmark.story;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedPathTests {

	private static final MaskedText TEXT = new MaskedText(List.of("8800120001"), List.of(), "chk 12345");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/payments/verifications | /payments/verifications",
					"/v1.0/account-verifications | /v1.0/account-verifications",
					"/api/v1/session/create | /api/v1/session/create",
					"/customers/8800120001/instrument-verifications?limit=50&offset=0"
							+ " | /customers/…0001/instrument-verifications?limit=…&offset=…",
					"/customers/88%30012%200001/x | /customers/…0001/x",
					"/payments/verifications/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
							+ " | /payments/verifications/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
					"/check/chk%2012345 | /check/chk 12345", "/check/0123456789abcdef01234567 | /check/…4567",
					"/check/%zz12 | /check/…12", "/x?secureCode=hush&q | /x?secureCode=…&q=…" })
	void wordsAreShownAndWhatMayIdentifySomebodyIsNot(String path, String shown) {
		assertThat(MaskedPath.of(path, TEXT)).isEqualTo(shown);
	}

}
