package dev.tickmark.verification;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * What a step of a tasklet has around it when it has no transaction, because it waits;
 * what it writes brings its own. Whatever is thrown ends the step: with the attribute's
 * own default, an exception that is checked is swallowed and the tasklet is called again,
 * for ever (Spring Batch 6.0.4, {@code TaskletStep}).
 */
public final class WithoutTransaction extends DefaultTransactionAttribute {

	private static final long serialVersionUID = 1;

	public WithoutTransaction() {
		super(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
	}

	@Override
	public boolean rollbackOn(Throwable failure) {
		return true;
	}

}
