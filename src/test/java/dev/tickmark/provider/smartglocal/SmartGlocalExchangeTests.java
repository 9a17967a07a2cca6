package dev.tickmark.provider.smartglocal;

import java.util.List;
import java.util.Map;

import dev.tickmark.payee.Payee;
import dev.tickmark.provider.PartnerKey;
import dev.tickmark.provider.ProviderExchangeTests;

import static org.assertj.core.api.Assertions.assertThat;

class SmartGlocalExchangeTests extends ProviderExchangeTests {

	private static final PartnerKey KEY = PartnerKey.make();

	@Override
	protected String name() {
		return "smartglocal";
	}

	@Override
	protected Map<String, String> settings() {
		return Map.of("project", "your_project_name", "private-key", KEY.file().toString());
	}

	@Override
	protected Payee payee() {
		return SmartGlocalExchange.IVAN;
	}

	@Override
	protected List<Exchanged> confirmed() {
		return List.of(new Exchanged("POST /api/v1/session/create", SmartGlocalExchange.CREATED),
				new Exchanged("POST /api/v1/fps/customer_verification", SmartGlocalExchange.IN_PROGRESS),
				new Exchanged("POST /api/v1/session/status",
						SmartGlocalExchange.secondVersion(SmartGlocalExchange.CONFIRMED)));
	}

	@Override
	protected void check(String line, byte[] body, Map<String, List<String>> headers) {
		assertThat(headers.get("X-partner-project")).containsExactly("your_project_name");
		assertThat(headers.get("X-partner-sign")).singleElement()
			.satisfies((signature) -> assertThat(KEY.signed(body, signature)).as(line).isTrue());
	}

}
