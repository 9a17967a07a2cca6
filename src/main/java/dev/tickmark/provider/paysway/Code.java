package dev.tickmark.provider.paysway;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tickmark.payee.NameMatch;

/**
 * What {@code result.schemeResponseCode} may say beside the name's comparison.
 * Assumption: only the four codes that begin with {@code EPC_VOP_} could be read; those
 * of Confirmation of Payee are taken to be Pay.UK's, after {@code UK_COP_} or alone.
 */
enum Code {

	/** MTCH, MATC: the name is right. */
	FULL(EnumSet.of(NameMatch.FULL)),
	/** BANM, PANM: the name is right, but on the other type of account. */
	OTHER_TYPE(EnumSet.of(NameMatch.FULL, NameMatch.PARTIAL)),
	/** CMTC, MBAM, BAMM, PAMM: the name is close. */
	CLOSE(EnumSet.of(NameMatch.PARTIAL)),
	/** NMTC, ANNM: the name is wrong. */
	NONE(EnumSet.of(NameMatch.NONE)),
	/** NOAP: matching is impossible, for whatever reason. */
	NOAP(EnumSet.of(NameMatch.NOT_CHECKED)),
	/** OPTO, ACNS, SCNS: nobody compared anything. */
	UNCHECKED(EnumSet.of(NameMatch.NOT_CHECKED)),
	/** AC01, IVCR, CASS: there is no such account any more, or never was. */
	GONE(EnumSet.of(NameMatch.NOT_CHECKED, NameMatch.NONE)),
	/** No code, which is usual. */
	ABSENT(EnumSet.allOf(NameMatch.class)),
	/** A code that is in no list: it takes nothing away but the certainty. */
	UNKNOWN(EnumSet.allOf(NameMatch.class));

	private static final Pattern PREFIX = Pattern.compile("^(EPC_VOP_|UK_COP_)");

	private final Set<NameMatch> names;

	Code(Set<NameMatch> names) {
		this.names = names;
	}

	static Code of(String word) {
		return switch (PREFIX.matcher(word).replaceFirst("")) {
			case "" -> word.isEmpty() ? ABSENT : UNKNOWN;
			case "MTCH", "MATC" -> FULL;
			case "BANM", "PANM" -> OTHER_TYPE;
			case "CMTC", "MBAM", "BAMM", "PAMM" -> CLOSE;
			case "NMTC", "ANNM" -> NONE;
			case "NOAP" -> NOAP;
			case "OPTO", "ACNS", "SCNS" -> UNCHECKED;
			case "AC01", "IVCR", "CASS" -> GONE;
			default -> UNKNOWN;
		};
	}

	boolean agreesWith(NameMatch name) {
		return this.names.contains(name);
	}

}
