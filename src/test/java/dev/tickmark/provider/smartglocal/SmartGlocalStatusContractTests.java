package dev.tickmark.provider.smartglocal;

import dev.tickmark.provider.Dialogue;

/** What comes back when the session is read. */
class SmartGlocalStatusContractTests extends SmartGlocalContractTests {

	@Override
	protected Dialogue dialogue() {
		return SmartGlocalExchange.asked();
	}

}
