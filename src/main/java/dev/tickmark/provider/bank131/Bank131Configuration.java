package dev.tickmark.provider.bank131;

import java.time.InstantSource;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;

@Configuration(proxyBeanMethods = false)
class Bank131Configuration {

	@Bean
	Provider bank131(Environment environment, List<SigningScheme> schemes) {
		Bank131Settings settings = ProviderConfiguration.of(Bank131.NAME, environment).settings(Bank131Settings.class);
		return new Bank131(settings, new SigningSchemes(schemes), InstantSource.system());
	}

	@Bean
	SigningScheme bank131Rsa() {
		return new RsaScheme();
	}

}
