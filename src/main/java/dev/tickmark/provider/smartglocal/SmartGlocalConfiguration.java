package dev.tickmark.provider.smartglocal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tickmark.provider.Provider;

@Configuration(proxyBeanMethods = false)
class SmartGlocalConfiguration {

	@Bean
	Provider smartglocal() {
		return new SmartGlocal();
	}

}
