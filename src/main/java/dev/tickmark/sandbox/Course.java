package dev.tickmark.sandbox;

/**
 * How an answer arrives, or does not.
 *
 * @param kind what happens
 * @param status the HTTP status it happens with, where there is one
 */
record Course(Kind kind, int status) {

	static final Course AT_ONCE = new Course(Kind.AT_ONCE, 0);

	static final Course PENDING_FIRST = new Course(Kind.PENDING_FIRST, 0);

	static final Course PENDING_EVER = new Course(Kind.PENDING_EVER, 0);

	static final Course CUT = new Course(Kind.CUT, 0);

	static final Course LOST_ONCE = new Course(Kind.LOST_ONCE, 0);

	static Course once(int status) {
		return new Course(Kind.FAILS_ONCE, status);
	}

	static Course always(int status) {
		return new Course(Kind.FAILS_ALWAYS, status);
	}

	/** The status to refuse this question with now, or 0. */
	int refusal(long question, Register register) {
		return switch (this.kind) {
			case FAILS_ALWAYS -> this.status;
			case FAILS_ONCE -> register.failsNow(question) ? this.status : 0;
			case AT_ONCE, PENDING_FIRST, PENDING_EVER, CUT, LOST_ONCE -> 0;
		};
	}

	/** From when on the answer to a question accepted now is told. */
	long readyAt(long now, Behaviour behaviour) {
		return switch (this.kind) {
			case PENDING_FIRST -> now + behaviour.pendingFor().toMillis();
			case PENDING_EVER -> Long.MAX_VALUE;
			case AT_ONCE, CUT, LOST_ONCE, FAILS_ONCE, FAILS_ALWAYS -> now;
		};
	}

	/**
	 * What a question comes to whose answer this is.
	 * @param cutEver whether an answer that is cut is never told whole
	 */
	Conclusion conclusion(Conclusion answer, boolean cutEver) {
		boolean told = switch (this.kind) {
			case PENDING_EVER -> false;
			case CUT -> !cutEver;
			case AT_ONCE, PENDING_FIRST, LOST_ONCE, FAILS_ONCE, FAILS_ALWAYS -> true;
		};
		return told ? answer : Conclusion.OPEN;
	}

	/** The reply as it leaves the house. */
	Reply spoiled(Reply reply, long question, Register register) {
		return switch (this.kind) {
			case CUT -> reply.cut();
			case LOST_ONCE -> register.failsNow(question) ? Reply.none(Manner.CLOSED) : reply;
			case AT_ONCE, PENDING_FIRST, PENDING_EVER, FAILS_ONCE, FAILS_ALWAYS -> reply;
		};
	}

	/** What may happen. */
	enum Kind {

		AT_ONCE, PENDING_FIRST, PENDING_EVER, CUT, LOST_ONCE, FAILS_ONCE, FAILS_ALWAYS

	}

}
