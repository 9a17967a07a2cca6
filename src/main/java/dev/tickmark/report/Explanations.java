package dev.tickmark.report;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tickmark.payee.Basis;
import dev.tickmark.payee.Finding;
import dev.tickmark.payee.Verdict;

/**
 * What a verdict means to the person who pays: a sentence for each verdict, what it rests
 * on, and each reason code, from one file that can be translated.
 */
final class Explanations {

	/** PaySway writes the scheme before the scheme's own code. */
	private static final Pattern SCHEME = Pattern.compile("^(EPC_VOP_|UK_COP_)");

	private final ResourceBundle sentences;

	Explanations(Locale language) {
		// no other language than the one asked for: not that of the machine
		this.sentences = ResourceBundle.getBundle("dev.tickmark.report.explanations", language,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** The sentence for a row. */
	String of(ResultLine line) {
		Finding finding = line.finding();
		return (finding != null) ? of(finding) : of(Verdict.REJECTED_INPUT, Basis.NAME_AND_ACCOUNT);
	}

	private String of(Finding finding) {
		return switch (finding.verdict()) {
			// a code that led to these contradicts what else was said, or is not final
			case PROVIDER_ERROR, PENDING -> of(finding.verdict(), finding.basis());
			case MATCH, CLOSE_MATCH, NO_MATCH, ACCOUNT_NOT_FOUND, ACCOUNT_UNUSABLE, UNABLE_TO_CHECK, ACTION_REQUIRED,
					REJECTED_INPUT -> {
				String code = code(finding.reasonCode());
				yield (code != null) ? code : of(finding.verdict(), finding.basis());
			}
		};
	}

	/** The sentence for a verdict of which nothing more exact is known. */
	String of(Verdict verdict, Basis basis) {
		return this.sentences.getString((verdict == Verdict.MATCH) ? "match." + basis : "verdict." + verdict);
	}

	/** The sentence for a reason code; null when there is none for it. */
	@Nullable String code(@Nullable String code) {
		if (code == null) {
			return null;
		}
		String key = "code." + SCHEME.matcher(code).replaceFirst("");
		return this.sentences.containsKey(key) ? this.sentences.getString(key) : null;
	}

}
