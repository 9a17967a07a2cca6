package dev.tickmark.provider.paysafe;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.tickmark.provider.Provider;
import dev.tickmark.provider.ProviderConfiguration;

@Configuration(proxyBeanMethods = false)
class PaysafeConfiguration {

	@Bean
	Provider paysafe(Environment environment) {
		return new Paysafe(
				ProviderConfiguration.of(Paysafe.HTTP.provider(), environment).settings(PaysafeSettings.class));
	}

}
