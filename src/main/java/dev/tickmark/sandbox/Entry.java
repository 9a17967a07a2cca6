package dev.tickmark.sandbox;

/**
 * A submission and what it costs: what is accepted is charged.
 *
 * @param submission the submission
 * @param charge its line on the statement, which has the id in the clear
 */
record Entry(Submission submission, Charge charge) {

	String id() {
		return this.charge.verificationId();
	}

}
