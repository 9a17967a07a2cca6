package dev.tickmark.provider.paysway;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.AccountTypeMatch;
import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Json;
import dev.tickmark.provider.Refusal;

/**
 * The {@code result} of a completed verification, in the words of the contract's older
 * and newer forms ({@code VALID} or {@code ACTIVE}, {@code MATCH} or {@code FULL_MATCH}).
 *
 * @param given whether there is a result at all
 * @param account the account's state; null for one that is not documented, UNKNOWN for
 * none
 * @param name how the name compares; null for a word that is not documented, NOT_CHECKED
 * for none
 * @param type whether the account's type agrees; null for a word that is not documented
 * @param code the scheme's code
 * @param shown the scheme's code as it may be shown
 * @param holder the holder's name, where it is disclosed
 */
record Result(boolean given, @Nullable AccountState account, @Nullable NameMatch name, @Nullable AccountTypeMatch type,
		Code code, @Nullable String shown, @Nullable String holder) {

	static Result of(JsonNode result) {
		JsonNode holder = result.path("accountHolderName");
		JsonNode code = result.path("schemeResponseCode");
		return new Result(result.isObject(), account(Json.word(result.path("accountStatus"))), name(holder),
				type(result.path("accountType")), Code.of(Json.word(code)), Refusal.code(code),
				Json.text(holder.path("verifiedName")));
	}

	private static @Nullable AccountState account(String word) {
		return switch (word) {
			case "ACTIVE", "VALID" -> AccountState.ACTIVE;
			case "NOT_FOUND" -> AccountState.NOT_FOUND;
			case "FORBIDDEN" -> AccountState.RESTRICTED;
			// Assumption: never seen, but it could hardly mean anything else
			case "INACTIVE" -> AccountState.INACTIVE;
			case "CLOSED" -> AccountState.CLOSED;
			case "" -> AccountState.UNKNOWN;
			default -> null;
		};
	}

	private static @Nullable NameMatch name(JsonNode holder) {
		if (!holder.isObject() && !Json.isAbsent(holder)) {
			return null;
		}
		return switch (Json.word(holder.path("matchStatus"))) {
			case "FULL_MATCH", "MATCH" -> NameMatch.FULL;
			// The second word is in no form of the contract, but in the scheme
			case "PARTIAL_MATCH", "CLOSE_MATCH" -> NameMatch.PARTIAL;
			case "NO_MATCH" -> NameMatch.NONE;
			case "" -> NameMatch.NOT_CHECKED;
			default -> null;
		};
	}

	private static @Nullable AccountTypeMatch type(JsonNode type) {
		if (!type.isObject() && !Json.isAbsent(type)) {
			return null;
		}
		return switch (Json.word(type.path("matchStatus"))) {
			case "MATCH" -> AccountTypeMatch.YES;
			case "NO_MATCH" -> AccountTypeMatch.NO;
			case "" -> AccountTypeMatch.UNKNOWN;
			default -> null;
		};
	}

	Finding finding() {
		if (!this.given) {
			return error("PaySway's answer has no result.");
		}
		if (this.account == null || this.name == null || this.type == null) {
			return error("PaySway's answer has a word this program does not know.");
		}
		if (!this.code.agreesWith(this.name)) {
			return error("PaySway's answer says two different things.");
		}
		// The scheme could not say anything, which PaySway shows as NOT_FOUND
		if (this.code == Code.NOAP) {
			return finding(Verdict.UNABLE_TO_CHECK, "The bank could not check this account.", this.name, this.type)
				.account(AccountState.UNKNOWN);
		}
		return switch (this.account) {
			case NOT_FOUND ->
				finding(Verdict.ACCOUNT_NOT_FOUND, "The bank knows no such account.", this.name, this.type);
			case RESTRICTED -> finding(Verdict.UNABLE_TO_CHECK, "The bank does not allow checks of this account.",
					this.name, this.type);
			case INACTIVE ->
				finding(Verdict.ACCOUNT_UNUSABLE, "The account exists but is inactive.", this.name, this.type);
			case CLOSED -> finding(Verdict.ACCOUNT_UNUSABLE, "The account has been closed.", this.name, this.type);
			case ACTIVE, UNKNOWN -> byName(this.account, this.name, this.type);
		};
	}

	private Finding byName(AccountState account, NameMatch name, AccountTypeMatch type) {
		return switch (name) {
			case FULL -> {
				if (account != AccountState.ACTIVE || this.code == Code.UNKNOWN) {
					yield error("PaySway's answer is not clear enough to confirm the name.");
				}
				boolean otherType = type == AccountTypeMatch.NO || this.code == Code.OTHER_TYPE;
				yield otherType
						? finding(Verdict.CLOSE_MATCH, "The name is right, but on the other type of account.", name,
								AccountTypeMatch.NO)
						: finding(Verdict.MATCH, "The name is the account holder's, and the account is active.", name,
								type);
			}
			case PARTIAL ->
				finding(Verdict.CLOSE_MATCH, "The name is close to the account holder's, but not the same.", name, type)
					.suggesting(this.holder);
			case NONE -> finding(Verdict.NO_MATCH, "The name is not the account holder's.", name, type);
			case NOT_CHECKED -> finding(Verdict.UNABLE_TO_CHECK, "The name was not compared.", name, type);
		};
	}

	private Finding finding(Verdict verdict, String reason, NameMatch name, AccountTypeMatch type) {
		AccountState state = (this.account != null) ? this.account : AccountState.UNKNOWN;
		return new Finding(verdict, state, name, type, Basis.NAME_AND_ACCOUNT, reason, this.shown, null, null);
	}

	private Finding error(String reason) {
		return Finding.of(Verdict.PROVIDER_ERROR, reason).code(this.shown);
	}

}
