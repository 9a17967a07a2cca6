package dev.tickmark.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** From where somebody comes, as far as it tells one from another. */
final class Address {

	private static final int NETWORK_BYTES = 8;

	private Address() {
	}

	/**
	 * The address itself, and of one of IPv6 the network: whoever has one of its
	 * addresses has all of them.
	 */
	static String network(String address) {
		try {
			// a literal is never looked up
			InetAddress literal = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
			if (literal instanceof Inet6Address) {
				return HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES)) + "/64";
			}
			return literal.getHostAddress();
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

}
