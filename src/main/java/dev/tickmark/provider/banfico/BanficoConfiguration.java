package dev.tickmark.provider.banfico;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tickmark.provider.Provider;

@Configuration(proxyBeanMethods = false)
class BanficoConfiguration {

	@Bean
	Provider banfico() {
		return new Banfico();
	}

}
