package dev.tickmark.console;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RowNameTests {

	@Test
	void aLineAloneOrWithAPlaceOnIt() {
		assertThat(RowName.of("7")).isEqualTo(new RowName(7, null));
		assertThat(RowName.of("7:2")).isEqualTo(new RowName(7, 2L));
		assertThat(RowName.of("0")).as("its story says why there is none").isEqualTo(new RowName(0, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1:0", "1:x", "x", "", "1:", ":1", "1:2:3", "1:-1", "1.5", "9999999999999999999", "1\n" })
	void whatIsNeitherIsAWrongUsage(String text) {
		assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> RowName.of(text));
		CommandLine line = TickmarkCommand.line();
		StringWriter err = new StringWriter();
		line.setErr(new PrintWriter(err));
		assertThat(line.execute("explain", "1", text)).isEqualTo(ExitCode.REFUSED);
		assertThat(err.toString()).contains("LINE", "Usage: tickmark explain").doesNotContain("\tat ");
	}

}
