package dev.tickmark.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WarpTests {

	private static final String BODY = """
			{"status":"ok","n":1,"list":[{"code":"AC01","name":"Ada Penrose"}],"id":"0b-1"}""";

	private static String warped(FaultKind kind, @Nullable String member, long turn) {
		return new String(new Warp(kind, member, turn).of(BODY.getBytes(StandardCharsets.UTF_8)),
				StandardCharsets.UTF_8);
	}

	@Test
	void valuesChangeTheirTypes() {
		assertThat(warped(FaultKind.MISTYPED, null, 0)).isEqualTo("""
				{"status":2,"n":"1","list":{"0":[{"code":4,"name":11}]},"id":4}""");
		assertThat(warped(FaultKind.MISTYPED, "code", 0)).isEqualTo("""
				{"status":"ok","n":1,"list":[{"code":4,"name":"Ada Penrose"}],"id":"0b-1"}""");
	}

	@Test
	void codeWordsAreReplacedAndNothingElse() {
		assertThat(warped(FaultKind.UNKNOWN_CODE, null, 0)).isEqualTo(
				"""
						{"status":"never_heard_of","n":1,"list":[{"code":"NEVER_HEARD_OF","name":"Ada Penrose"}],"id":"0b-1"}""");
		assertThat(warped(FaultKind.UNKNOWN_CODE, "name", 0)).isEqualTo(BODY);
	}

	@Test
	void aListOfCodesIsACodeAsWell() {
		byte[] body = "{\"codes\":[\"AC01\",\"OPTO\"],\"names\":[\"AC01\",\"Ada P\"]}".getBytes(StandardCharsets.UTF_8);
		assertThat(new Warp(FaultKind.UNKNOWN_CODE, null, 0).of(body)).asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"codes\":[\"NEVER_HEARD_OF\"],\"names\":[\"AC01\",\"Ada P\"]}");
	}

	@Test
	void membersGoMissingOneAfterTheOther() {
		assertThat(warped(FaultKind.MISSING_FIELD, null, 0)).isEqualTo("{}");
		assertThat(warped(FaultKind.MISSING_FIELD, "list", 0)).isEqualTo("""
				{"status":"ok","n":1,"id":"0b-1"}""");
		List<String> variants = IntStream.range(0, 6)
			.mapToObj((turn) -> warped(FaultKind.MISSING_FIELD, "each", turn))
			.toList();
		assertThat(variants).doesNotHaveDuplicates().doesNotContain(BODY);
		assertThat(warped(FaultKind.MISSING_FIELD, "each", 6)).isEqualTo(variants.getFirst());
		assertThat(warped(FaultKind.MISSING_FIELD, "each", -1)).isEqualTo(variants.getLast());
	}

	@Test
	void whatIsNoJsonStaysAsItIs() {
		byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
		assertThat(new Warp(FaultKind.MISSING_FIELD, null, 0).of(page)).isEqualTo(page);
	}

}
