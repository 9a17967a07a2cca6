package dev.tickmark.intake;

import java.nio.file.Path;

import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tickmark.payee.Column;

import static org.assertj.core.api.Assertions.assertThat;

class AccountRulesTests {

	private static final String UK_IBAN = "GB29NWBK60161331926819";

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "DE89 3704 0044 0532 0130 00", "de89-3704-0044-0532-0130-00",
			"DE89\u00A03704004405320130\u201100", "\u200EDE89370400440532013000\u00A0" })
	void anIbanMayHaveSpacesHyphensAndSmallLetters(String iban) throws Exception {
		assertThat(Given.payee(this.folder, "iban", iban).get(Column.IBAN)).isEqualTo(Given.IBAN);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DE89370400440532013001  | The check digits of the IBAN DE89…3001 do not fit the rest
			DE8937040044053201300   | The IBAN DE89…1300 has 21 characters; an IBAN of DE has 22.
			US89370400440532013000  | The IBAN US89…3000 begins with US, a country that has no IBANs.
			XX89370400440532013000  | The IBAN XX89…3000 does not begin with the code of a country.
			DEXX370400440532013000  | The IBAN …3000 does not have two check digits
			DE8937040044O532013000  | The IBAN DE89…3000 has a letter where DE has a digit
			DE                      | The IBAN is too short, it has 2 characters.
			12345678                | The IBAN …5678 does not begin with the code of a country.
			DE1234                  | The IBAN … has 6 characters; an IBAN of DE has 22.
			DE89ß70400440532013000  | An IBAN has letters from A to Z and digits only
			DE89٣70400440532013000  | An IBAN has letters from A to Z and digits only
			""")
	void aWrongIbanIsRejectedWithoutShowingIt(String iban, String problem) throws Exception {
		assertThat(Given.problem(this.folder, "iban", iban)).startsWith("iban: " + problem).doesNotContain("0044");
	}

	@Test
	void checkDigitsThatAreNeverIssuedAreRejected() throws Exception {
		// 98 and 01 leave the same remainder
		String valid = "DE98" + "500105170000000000";
		for (int account = 0; !IbanUtil.isValid(valid); account++) {
			valid = "DE98" + "50010517%010d".formatted(account);
		}
		assertThat(Given.payee(this.folder, "iban", valid).get(Column.IBAN)).isEqualTo(valid);
		assertThat(Given.problem(this.folder, "iban", valid.replace("DE98", "DE01"))).contains("check digits");
	}

	@Test
	void aSortCodeAndAnAccountNumberMayHaveSpacesAndHyphens() throws Exception {
		var payee = Given.payee(this.folder, "iban", "", "sort_code", "60-16 13", "account_number", " 3192-6819 ");
		assertThat(payee.get(Column.SORT_CODE)).isEqualTo("601613");
		assertThat(payee.get(Column.ACCOUNT_NUMBER)).isEqualTo("31926819");
	}

	@Test
	void aSortCodeHasSixDigits() throws Exception {
		assertThat(Given.problem(this.folder, "sort_code", "60161"))
			.isEqualTo("sort_code: The sort code has 5 digits; 6 are expected.");
		assertThat(Given.problem(this.folder, "sort_code", "6O1613")).contains("has other characters than digits");
		assertThat(Given.problem(this.folder, "sort_code", "٦٠١٦١٣")).contains("has other characters than digits");
	}

	@Test
	void anAccountNumberHasEightDigits() throws Exception {
		assertThat(Given.problem(this.folder, "account_number", "319268191"))
			.isEqualTo("account_number: The account number has 9 digits; 8 are expected.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "926819", "1926819" })
	void aShortAccountNumberIsNotPaddedButExplained(String number) throws Exception {
		assertThat(Given.problem(this.folder, "account_number", number))
			.endsWith("8 are expected. If a spreadsheet dropped zeros at its beginning, put them back.");
	}

	@Test
	void aSortCodeAloneIsRejectedForItsPartner() throws Exception {
		assertThat(Given.problem(this.folder, "iban", "", "sort_code", "601613"))
			.isEqualTo("account_number: The account "
					+ "number is missing: the sort code alone does not identify an account.");
	}

	@Test
	void anAccountNumberAloneIsRejectedForItsPartner() throws Exception {
		assertThat(Given.problem(this.folder, "iban", "", "account_number", "31926819", "Sort Code", ""))
			.startsWith("Sort Code: The sort code is missing");
	}

	@Test
	void aPhoneAloneIsRejectedForItsPartner() throws Exception {
		assertThat(Given.problem(this.folder, "iban", "", "phone", "+49 170 1234567")).startsWith("bank_id: ");
	}

	@Test
	void aLonelyPartnerDoesNotMatterWhereAnIbanTellsTheAccount() throws Exception {
		assertThat(Given.row(this.folder, "sort_code", "601613").problem()).isNull();
		assertThat(Given.row(this.folder, "phone", "123").problem()).isNull();
		assertThat(Given.row(this.folder, "iban", "", "sort_code", "601613", "customer_id", "c1").problem()).isNull();
	}

	@Test
	void anIbanOfGbMayComeWithItsOwnSortCodeAndAccount() throws Exception {
		assertThat(Given.row(this.folder, "iban", UK_IBAN, "sort_code", "60-16-13", "account_number", "31926819")
			.problem()).isNull();
	}

	@Test
	void anIbanOfGbThatContradictsTheSortCodeIsRejected() throws Exception {
		assertThat(Given.problem(this.folder, "iban", UK_IBAN, "sort_code", "601614", "account_number", "31926819"))
			.isEqualTo(
					"sort_code: The sort code is not the one that the IBAN GB29…6819 contains. Correct the one that is "
							+ "wrong, or leave one of them out.");
	}

	@Test
	void anIbanOfGbThatContradictsTheAccountNumberIsRejected() throws Exception {
		assertThat(Given.problem(this.folder, "iban", UK_IBAN, "sort_code", "601613", "account_number", "31926818"))
			.startsWith("account_number: The account number is not the one");
	}

	@Test
	void aPayeeMayBankAbroad() throws Exception {
		assertThat(Given.row(this.folder, "country", "FR").problem()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "deutdeff", "DEUT DE FF 500", "BKAUATWW" })
	void aBicHasEightOrElevenCharacters(String bic) throws Exception {
		assertThat(Given.payee(this.folder, "bic", bic).get(Column.BIC)).isEqualTo(bic.replace(" ", "").toUpperCase());
	}

	@ParameterizedTest
	@ValueSource(strings = { "DEUTDEF", "DEUTDEFF5", "DEUTD3FF", "DEUTXXFF" })
	void anythingElseIsNoBic(String bic) throws Exception {
		assertThat(Given.problem(this.folder, "bic", bic)).startsWith("bic: The BIC \"" + bic + "\" ");
	}

}
