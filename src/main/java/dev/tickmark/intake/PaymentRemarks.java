package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.List;

/** What a person should know of a message, as many sentences as anybody reads. */
final class PaymentRemarks {

	private static final int MOST = 20;

	private final List<String> sentences = new ArrayList<>();

	private long more;

	void add(String sentence) {
		if (this.sentences.size() < MOST) {
			this.sentences.add(sentence);
		}
		else {
			this.more++;
		}
	}

	List<String> sentences() {
		List<String> all = new ArrayList<>(this.sentences);
		if (this.more > 0) {
			all.add("There are " + this.more + " more remarks like these.");
		}
		return all;
	}

}
