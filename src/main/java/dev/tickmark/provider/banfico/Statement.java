package dev.tickmark.provider.banfico;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
 * One {@code data.result}: what its fields state, and the scheme codes beside them.
 *
 * @param stated what the fields state
 * @param words the codes as they came
 * @param shown the first code as it may be shown
 * @param respondedName the holder's name, where it is given
 */
record Statement(Stated stated, List<String> words, @Nullable String shown, @Nullable String respondedName) {

	static Statement of(JsonNode result) {
		List<JsonNode> codes = codes(result.path("responder"));
		String shown = codes.stream().map(Refusal::code).filter(Objects::nonNull).findFirst().orElse(null);
		return new Statement(Stated.by(result.path("account")), codes.stream().map(Json::word).toList(), shown,
				Json.text(result.path("account").path("respondedName")));
	}

	/** The page's table has the member in the singular, all its samples in the plural. */
	private static List<JsonNode> codes(JsonNode responder) {
		if (!responder.isObject()) {
			// Whatever stands in its place is no code that we know
			return Json.isAbsent(responder) ? List.of() : List.of(responder);
		}
		List<JsonNode> codes = new ArrayList<>();
		for (JsonNode member : List.of(responder.path("schemeResponseCodes"), responder.path("schemeResponseCode"))) {
			if (member.isArray()) {
				codes.addAll(member.values());
			}
			else if (!Json.isAbsent(member)) {
				codes.add(member);
			}
		}
		return codes;
	}

	Finding finding() {
		if (this.stated == Stated.UNKNOWN) {
			return error(this.stated.reason);
		}
		List<SchemeCode> known = this.words.stream().map(SchemeCode::of).filter(Objects::nonNull).toList();
		boolean contradicts = known.stream().anyMatch((code) -> !code.said.beside.contains(this.stated));
		List<Verdict> verdicts = known.stream().map((code) -> code.beside(this.stated)).distinct().toList();
		if (contradicts || verdicts.size() > 1) {
			return error("Banfico's answer says two different things.");
		}
		Verdict verdict = verdicts.isEmpty() ? this.stated.verdict : verdicts.getFirst();
		if (verdict == Verdict.MATCH && known.size() < this.words.size()) {
			return error("Banfico's answer has a code this program does not know.");
		}
		return known.isEmpty() ? finding(null) : finding(known.getFirst());
	}

	private Finding finding(@Nullable SchemeCode code) {
		boolean coded = code != null && code.beside(this.stated) == code.said.verdict;
		AccountState told = (code != null && !this.stated.isAboutTheAccount()) ? code.accountState() : null;
		NameMatch name = (code != null && code.said.nameMatch != NameMatch.NOT_CHECKED) ? code.said.nameMatch
				: this.stated.nameMatch();
		Verdict verdict = (code != null) ? code.beside(this.stated) : this.stated.verdict;
		boolean similar = verdict == Verdict.CLOSE_MATCH && name == NameMatch.PARTIAL;
		return new Finding(verdict, (told != null) ? told : this.stated.accountState, name,
				(code != null) ? code.accountTypeMatch : AccountTypeMatch.UNKNOWN, Basis.NAME_AND_ACCOUNT,
				(code != null && coded) ? code.reason : this.stated.reason, (code != null) ? code.name() : this.shown,
				similar ? this.respondedName : null, null);
	}

	private Finding error(String reason) {
		return Finding.of(Verdict.PROVIDER_ERROR, reason).code(this.shown);
	}

}
