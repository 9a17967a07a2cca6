package dev.tickmark.provider.banfico;

import tools.jackson.databind.JsonNode;

import dev.tickmark.payee.AccountState;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;
import dev.tickmark.provider.Json;

/** What {@code account.status} and {@code account.nameCheckStatus} say, in this order. */
enum Stated {

	NOT_FOUND(Verdict.ACCOUNT_NOT_FOUND, AccountState.NOT_FOUND, "The bank knows no such account."),
	INACTIVE(Verdict.ACCOUNT_UNUSABLE, AccountState.INACTIVE, "The account exists but is inactive or dormant."),
	CLOSED(Verdict.ACCOUNT_UNUSABLE, AccountState.CLOSED, "The account has been closed."),
	FORBIDDEN(Verdict.UNABLE_TO_CHECK, AccountState.RESTRICTED, "The bank does not allow checks of this account."),
	UNABLE_TO_MATCH(Verdict.UNABLE_TO_CHECK, AccountState.UNKNOWN, "The bank could not check this account."),
	FULL(Verdict.MATCH, AccountState.ACTIVE, "The name is the account holder's, and the account is active."),
	PARTIAL(Verdict.CLOSE_MATCH, AccountState.ACTIVE, "The name is close to the account holder's, but not the same."),
	NONE(Verdict.NO_MATCH, AccountState.ACTIVE, "The name is not the account holder's."),
	NAME_UNABLE(Verdict.UNABLE_TO_CHECK, AccountState.ACTIVE, "The account is active, but the name was not compared."),
	/** The page leaves the result of the name check optional. */
	NAME_ABSENT(Verdict.UNABLE_TO_CHECK, AccountState.ACTIVE, "The account is active, but the name was not compared."),
	/**
	 * The page leaves the whole account optional too. That says nothing about the payee,
	 * unless a scheme code does.
	 */
	NO_ACCOUNT(Verdict.PROVIDER_ERROR, AccountState.UNKNOWN, "Banfico's answer says nothing about the account."),
	/** A status the page does not list. */
	UNKNOWN(Verdict.PROVIDER_ERROR, AccountState.UNKNOWN,
			"Banfico's answer says something this program does not know.");

	final Verdict verdict;

	final AccountState accountState;

	final String reason;

	Stated(Verdict verdict, AccountState accountState, String reason) {
		this.verdict = verdict;
		this.accountState = accountState;
		this.reason = reason;
	}

	static Stated by(JsonNode account) {
		if (Json.isAbsent(account)) {
			return NO_ACCOUNT;
		}
		return switch (Json.word(account.path("status"))) {
			case "ACTIVE" -> byName(account);
			case "NOT_FOUND" -> NOT_FOUND;
			case "INACTIVE" -> INACTIVE;
			case "CLOSED" -> CLOSED;
			case "FORBIDDEN" -> FORBIDDEN;
			case "UNABLE_TO_MATCH" -> UNABLE_TO_MATCH;
			default -> UNKNOWN;
		};
	}

	private static Stated byName(JsonNode account) {
		return switch (Json.word(account.path("nameCheckStatus"))) {
			case "FULL_MATCH" -> FULL;
			case "PARTIAL_MATCH" -> PARTIAL;
			case "NO_MATCH" -> NONE;
			case "UNABLE_TO_MATCH" -> NAME_UNABLE;
			case "" -> NAME_ABSENT;
			default -> UNKNOWN;
		};
	}

	/** Whether the account's state alone decides, whatever is said of the name. */
	boolean isAboutTheAccount() {
		return this == NOT_FOUND || this == INACTIVE || this == CLOSED;
	}

	NameMatch nameMatch() {
		return switch (this) {
			case FULL -> NameMatch.FULL;
			case PARTIAL -> NameMatch.PARTIAL;
			case NONE -> NameMatch.NONE;
			default -> NameMatch.NOT_CHECKED;
		};
	}

}
