package dev.tickmark.report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaGuardTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "=", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0",
			"-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\tErika", "＝1+1", "＋1+cmd", "－1", "＠x", "-",
			"+", "+1-2", "-2+3", "--5", "+44-20*2", "+A1", "-note", "+44 20 7946 0000 x", "-(1234567)", "=+491234567",
			"-44 20 7946 0000", "+1,2,", "-.5.", "+(" })
	void whatBeginsAFormulaIsSeen(String text) {
		assertThat(FormulaGuard.beginsLikeFormula(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Erika", "a=b", "1+1", "12", "-12", "-12.50", "+3", "-1,234.56", "-1.234,56", "-0,5",
			"+44 20 7946 0000", "+442079460000", "+49 (0)89/123-456.78", "+(49) 123456", " =1", "'=1", "DE89", "5-3",
			"a@b.c", "*1", "%x", "(5)" })
	void everythingElseIsLeftAlone(String text) {
		assertThat(FormulaGuard.beginsLikeFormula(text)).isFalse();
	}

}
