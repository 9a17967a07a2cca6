package dev.tickmark.ledger;

import java.sql.Connection;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Takes a connection from the pool only when a statement needs one. A chunk's transaction
 * begins before its calls are made: without this, it would hold a connection for as long
 * as the provider takes to answer.
 */
@Configuration(proxyBeanMethods = false)
class LazyConnectionConfiguration {

	@Bean
	static BeanPostProcessor lazyConnections() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof HikariDataSource pool) ? lazy(pool) : bean;
			}

		};
	}

	private static LazyConnectionDataSourceProxy lazy(HikariDataSource pool) {
		LazyConnectionDataSourceProxy proxy = new LazyConnectionDataSourceProxy();
		proxy.setTargetDataSource(pool);
		// said here, so that it need not ask the database when it starts
		proxy.setDefaultAutoCommit(true);
		proxy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		proxy.afterPropertiesSet();
		return proxy;
	}

}
