package dev.tickmark.verification;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * The moments at which Spring Batch's own threads commit: chunks, steps and the job.
 * Something may be done at one of them. What the lane's threads commit is not counted.
 */
@TestConfiguration(proxyBeanMethods = false)
class Moments {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static volatile int wanted;

	private static volatile Runnable before = () -> {
	};

	private static volatile Runnable after = () -> {
	};

	/** Does one thing just before the commit of this number, and one just after it. */
	static void at(int number, Runnable newBefore, Runnable newAfter) {
		before = newBefore;
		after = newAfter;
		wanted = number;
		COUNT.set(0);
	}

	/** Counts no longer. */
	static void none() {
		wanted = 0;
	}

	/** How many commits there were since {@link #at}. */
	static int counted() {
		return COUNT.get();
	}

	@Bean
	static BeanPostProcessor watchedTransactions() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof PlatformTransactionManager transactions) ? new Watched(transactions) : bean;
			}

		};
	}

	private record Watched(PlatformTransactionManager transactions) implements PlatformTransactionManager {

		@Override
		public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
			return this.transactions.getTransaction(definition);
		}

		@Override
		public void rollback(TransactionStatus status) {
			this.transactions.rollback(status);
		}

		@Override
		public void commit(TransactionStatus status) {
			boolean now = wanted > 0 && status.isNewTransaction()
					&& !Thread.currentThread().getName().startsWith(ScriptedProvider.NAME.value())
					&& COUNT.incrementAndGet() == wanted;
			if (now) {
				before.run();
			}
			this.transactions.commit(status);
			if (now) {
				after.run();
			}
		}

	}

}
