package dev.tickmark.provider.bank131;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import dev.tickmark.payee.Payee;
import dev.tickmark.provider.PartnerKey;
import dev.tickmark.provider.ProviderExchangeTests;

import static org.assertj.core.api.Assertions.assertThat;

class Bank131ExchangeTests extends ProviderExchangeTests {

	private static final PartnerKey KEY = PartnerKey.make();

	@Override
	protected String name() {
		return "bank131";
	}

	@Override
	protected Map<String, String> settings() {
		return Map.of("project", "your_project_name", "private-key", KEY.file().toString());
	}

	@Override
	protected Payee payee() {
		return Given.PERSON;
	}

	@Override
	protected List<Exchanged> confirmed() {
		return List.of(new Exchanged("POST /api/v1.1/check", Given.PENDING),
				new Exchanged("GET /api/v1.1/check/7", Given.OK));
	}

	@Override
	protected void check(String line, byte[] body, Map<String, List<String>> headers) {
		assertThat(headers.get("X-partner-project")).containsExactly("your_project_name");
		if (line.startsWith("POST")) {
			String text = new String(body, StandardCharsets.UTF_8);
			String payload = text.substring(text.indexOf("{", 1), text.lastIndexOf("},\"signature\"") + 1);
			String signature = JsonMapper.shared().readTree(text).path("signature").stringValue();
			assertThat(KEY.signed((payload + "\r\n").getBytes(StandardCharsets.UTF_8), signature)).as(payload).isTrue();
		}
	}

}
