package dev.tickmark.people;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTests {

	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7", "::ffff:192.0.2.7, 192.0.2.7", "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
			"2001:db8:1:2::, 20010db800010002/64", "2001:db8:1:3::, 20010db800010003/64",
			"fe80::1%eth0, fe80000000000000/64", "localhost, localhost", "unknown, unknown" })
	void whoHasAnAddressOfANetworkHasThemAll(String address, String network) {
		assertThat(Address.network(address)).isEqualTo(network);
	}

}
