package dev.tickmark.intake;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of what a bank says in words. Some banks put the code before each line that it
 * explains, or several of them: "RVNM or RVMC: ...".
 *
 * @param codes the codes that it begins with
 * @param text what follows them, with the spaces at its end
 * @param written the line with all of that
 */
record BankLine(Set<VerificationCode> codes, String text, String written) {

	private static final Pattern CODE = Pattern.compile("(RCVC|RVMC|RVNM|RVNA|RVNC|RVCM)(?![\\p{L}\\p{N}])");

	private static final Pattern BETWEEN = Pattern.compile("\\s*(,|/|or|oder|and|und|&)\\s*(?=R[A-Z]{3}\\b)");

	private static final Pattern BEHIND = Pattern.compile("[\\s:;,.)\\-\\u2013\\u2014]*");

	static BankLine of(String line) {
		Set<VerificationCode> codes = VerificationCode.none();
		int leading = line.length() - line.stripLeading().length();
		int end = leading;
		Matcher code = CODE.matcher(line);
		Matcher between = BETWEEN.matcher(line);
		while (code.region(end, line.length()).lookingAt()) {
			codes.add(VerificationCode.valueOf(code.group(1)));
			end = code.end();
			if (!between.region(end, line.length()).lookingAt()) {
				break;
			}
			end = between.end();
		}
		if (codes.isEmpty()) {
			return plain(line);
		}
		Matcher behind = BEHIND.matcher(line).region(end, line.length());
		return new BankLine(codes, line.substring(behind.lookingAt() ? behind.end() : end), line);
	}

	/** A line whatever it begins with. */
	static BankLine plain(String line) {
		return new BankLine(VerificationCode.none(), line, line);
	}

	int length() {
		return this.written.length();
	}

	/** Whether it may be about a transaction whose names match closely. */
	boolean isOfCloseMatch() {
		return this.codes.isEmpty() || this.codes.equals(EnumSet.of(VerificationCode.RVMC));
	}

}
