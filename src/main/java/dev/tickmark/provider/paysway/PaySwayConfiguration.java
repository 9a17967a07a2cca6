package dev.tickmark.provider.paysway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tickmark.provider.Provider;

@Configuration(proxyBeanMethods = false)
class PaySwayConfiguration {

	@Bean
	Provider paysway() {
		return new PaySway();
	}

}
