package dev.tickmark.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import dev.tickmark.story.Moments;
import dev.tickmark.verification.VerifyResult;

import static org.assertj.core.api.Assertions.assertThat;

class NightLinesTests {

	private static final Instant NOW = Instant.parse("2026-11-23T01:30:00Z");

	private final StringWriter out = new StringWriter();

	private final NightLines lines = new NightLines(new Screen(new PrintWriter(this.out), false),
			Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void aRefusedFileIsToldInOneLineWithWhereItIs() {
		this.lines.ended("suppliers", Path.of("/d/taken/payees.csv"), new VerifyResult.Refused("It is empty."),
				Path.of("/d/failed/payees.csv"));
		assertThat(this.out.toString().strip()).isEqualTo(Moments.seconds(NOW) + " suppliers: payees.csv: cannot be"
				+ " verified, nobody was called. It is empty. The file is now /d/failed/payees.csv.");
	}

	@Test
	void aFileThatStaysIsToldSo() {
		this.lines.ended("suppliers", Path.of("/d/taken/payees.csv"), new VerifyResult.Busy("tickmark process 7 on vm"),
				null);
		assertThat(this.out.toString().strip()).endsWith(
				"suppliers: payees.csv: is being verified by tickmark process 7 on vm. The file stays in /d/taken.");
	}

	@Test
	void aNameCannotMakeLinesOfItsOwn() {
		this.lines.says("suppliers", "payees\n\u001B[2J.csv is still being written.");
		assertThat(this.out.toString().strip()).endsWith("suppliers: payees??[2J.csv is still being written.");
	}

}
