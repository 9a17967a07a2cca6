package dev.tickmark.people;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Hashes that cost little, where a test is about something else than guessing. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

	@Bean
	@Primary
	Passwords atLittleCost() {
		return new Passwords(5);
	}

}
