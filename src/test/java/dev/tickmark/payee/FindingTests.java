package dev.tickmark.payee;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FindingTests {

	@Test
	void aFullNameOnAnActiveAccountIsAMatch() {
		Finding match = match(AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.YES, Basis.NAME_AND_ACCOUNT);
		assertThat(match.verdict()).isEqualTo(Verdict.MATCH);
		assertThat(match(AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.UNKNOWN, Basis.NAME_AND_ACCOUNT))
			.isNotNull();
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("groundless")
	void whereNameAndAccountWereAskedNothingLessIsAMatch(AccountState account, NameMatch name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> match(account, name, AccountTypeMatch.YES, Basis.NAME_AND_ACCOUNT))
			.withMessageContaining(account.name())
			.withMessageContaining(name.name());
	}

	@ParameterizedTest
	@EnumSource
	void anAccountOfTheOtherTypeIsNeverAMatch(Basis basis) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> match(AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.NO, basis));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NAME_AND_ACCOUNT")
	void whereNoNameIsAskedAMatchNeedsNone(Basis basis) {
		assertThat(match(AccountState.UNKNOWN, NameMatch.NOT_CHECKED, AccountTypeMatch.UNKNOWN, basis).verdict())
			.isEqualTo(Verdict.MATCH);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_CHECKED")
	void aRegistrationNeverPassesForANameThatAgrees(NameMatch name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> match(AccountState.UNKNOWN, name, AccountTypeMatch.UNKNOWN, Basis.REGISTRATION_ONLY));
	}

	@ParameterizedTest
	@EnumSource
	void aNameThatDoesNotAgreeIsNeverAMatch(Basis basis) {
		for (NameMatch name : new NameMatch[] { NameMatch.NONE, NameMatch.PARTIAL }) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> match(AccountState.ACTIVE, name, AccountTypeMatch.YES, basis));
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("unusable")
	void anAccountKnownToBeUnusableIsNeverAMatchWhateverItRestsOn(AccountState account, Basis basis) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> match(account, NameMatch.FULL, AccountTypeMatch.YES, basis));
	}

	@Test
	void aMatchCannotLoseItsGroundsLater() {
		Finding match = match(AccountState.ACTIVE, NameMatch.FULL, AccountTypeMatch.YES, Basis.NAME_AND_ACCOUNT);
		assertThatIllegalArgumentException().isThrownBy(() -> match.account(AccountState.CLOSED));
		assertThatIllegalArgumentException().isThrownBy(() -> match.name(NameMatch.PARTIAL));
		assertThatIllegalArgumentException().isThrownBy(() -> match.accountType(AccountTypeMatch.NO));
	}

	@Test
	void aBareFindingIsNeverAMatch() {
		assertThatIllegalArgumentException().isThrownBy(() -> Finding.of(Verdict.MATCH, "It agrees."));
	}

	@Test
	void aBareFindingClaimsNothing() {
		assertThat(Finding.of(Verdict.NO_MATCH, "Another name."))
			.isEqualTo(new Finding(Verdict.NO_MATCH, AccountState.UNKNOWN, NameMatch.NOT_CHECKED,
					AccountTypeMatch.UNKNOWN, Basis.NAME_AND_ACCOUNT, "Another name.", null, null, null));
	}

	@Test
	void everyDetailIsAddedInItsOwnPlace() {
		Finding finding = Finding.of(Verdict.CLOSE_MATCH, "Similar.")
			.account(AccountState.RESTRICTED)
			.name(NameMatch.PARTIAL)
			.accountType(AccountTypeMatch.NO)
			.basis(Basis.OWNERSHIP)
			.because("Nearly.")
			.code("MBAM")
			.suggesting("Anna Berg")
			.reference("r-1");
		assertThat(finding).isEqualTo(new Finding(Verdict.CLOSE_MATCH, AccountState.RESTRICTED, NameMatch.PARTIAL,
				AccountTypeMatch.NO, Basis.OWNERSHIP, "Nearly.", "MBAM", "Anna Berg", "r-1"));
	}

	private static Finding match(AccountState account, NameMatch name, AccountTypeMatch type, Basis basis) {
		return new Finding(Verdict.MATCH, account, name, type, basis, "The name agrees.", null, null, null);
	}

	private static Stream<Object[]> groundless() {
		return Stream.of(AccountState.values())
			.flatMap((account) -> Stream.of(NameMatch.values()).map((name) -> new Object[] { account, name }))
			.filter((pair) -> pair[0] != AccountState.ACTIVE || pair[1] != NameMatch.FULL);
	}

	private static Stream<Object[]> unusable() {
		return Stream.of(AccountState.INACTIVE, AccountState.CLOSED, AccountState.NOT_FOUND)
			.flatMap((account) -> Stream.of(Basis.values()).map((basis) -> new Object[] { account, basis }));
	}

}
