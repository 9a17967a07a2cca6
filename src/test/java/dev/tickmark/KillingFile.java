package dev.tickmark;

import java.util.List;
import java.util.stream.Stream;

/**
 * The file of the killing test: all five lanes, what goes wrong once, what is pending,
 * and whose answer is lost; every row of it ends in a final verdict.
 */
final class KillingFile {

	private static final int PLAIN = 40;

	private static final int FEW = 8;

	private static final List<String> BANFICO = List.of("7101", "7103", "7104", "7108", "7113", "7114", "7115", "7120",
			"7121", "7135", "9408", "9429", "9500", "9503");

	private static final List<String> PAYSWAY = List.of("7101", "7102", "7103", "7104", "7108", "7110", "7115", "7120",
			"7121", "7135", "7142", "7145", "9429", "9500", "9503");

	private static final List<String> SMARTGLOCAL = List.of("7101", "7108", "7133", "7135", "7143", "9429", "9500",
			"9511", "9503");

	private static final List<String> BANK131 = List.of("7108", "7109", "7117", "7133", "7135", "7138", "9429", "9500");

	private static final List<String> PAYSAFE = List.of("7101", "7108", "7135", "7142", "9429", "9500", "9503");

	private KillingFile() {
	}

	static Payees make() {
		Payees payees = Payees.everybody();
		for (int i = 1; i <= PLAIN; i++) {
			payees.banfico(ending(i)).paysway(ending(i));
			if (i % 10 == 0) {
				payees.line(payees.reference() + ",personal,Nobody,DE,EUR,DE00370400440532010000" + ",".repeat(18));
				// two rows, one question
				payees.banfico(ending(i)).paysway(ending(i - 1));
			}
			if (i % (PLAIN / FEW) == 0) {
				payees.smartglocal(ending(i)).bank131(ending(i)).paysafe(ending(i));
			}
		}
		BANFICO.forEach(payees::banfico);
		PAYSWAY.forEach(payees::paysway);
		SMARTGLOCAL.forEach(payees::smartglocal);
		BANK131.forEach(payees::bank131);
		PAYSAFE.forEach(payees::paysafe);
		Stream.of("7103", "7120", "9500").forEach((twice) -> payees.banfico(twice).paysway(twice));
		Stream.of("0005", "7135").forEach((twice) -> payees.smartglocal(twice).paysafe(twice));
		return payees.line(payees.reference() + ",business,Mill Ltd" + ",".repeat(22));
	}

	private static String ending(int number) {
		return "%04d".formatted(number);
	}

}
