package dev.tickmark.provider;

import java.net.URI;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;

/** A configuration key is missing or wrong; the message names it and says what to do. */
public class Misconfigured extends RuntimeException {

	private static final long serialVersionUID = 1;

	public Misconfigured(String message) {
		super(message);
	}

	/**
	 * Says in words what could not be bound. A settings record begins its message with
	 * the key at fault, below the name that was being bound; any other message may show
	 * the value, which may be a secret, and is not shown.
	 */
	public static Misconfigured of(BindException binding) {
		Throwable cause = binding;
		while (cause.getCause() != null && !(cause instanceof UnboundConfigurationPropertiesException)) {
			cause = cause.getCause();
		}
		if (cause instanceof UnboundConfigurationPropertiesException unbound) {
			return new Misconfigured("Configuration: there is no such key: " + unbound.getUnboundProperties()
				.stream()
				.map((property) -> property.getName().toString())
				.collect(Collectors.joining(", ")));
		}
		String message = String.valueOf(cause.getMessage());
		boolean ours = cause instanceof IllegalArgumentException && message.matches("(?s)[a-z][a-z.-]*: .*");
		String name = binding.getName().toString();
		if (!ours && URI.class.equals(binding.getTarget().getType().resolve())) {
			return new Misconfigured(
					"Configuration: " + name + ": this is no address; one like https://api.example.com is expected.");
		}
		return new Misconfigured(ours ? "Configuration: " + name + "." + message
				: "Configuration: " + name + ": cannot be read as " + binding.getTarget().getType());
	}

}
