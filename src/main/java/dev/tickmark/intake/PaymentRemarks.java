package dev.tickmark.intake;

import java.util.ArrayList;
import java.util.List;

/** What a person should know of a message, as many sentences as anybody reads. */
final class PaymentRemarks {

	private static final int MOST = 20;

	private final List<String> sentences = new ArrayList<>();

	private int onTheWhole;

	private long more;

	void add(String sentence) {
		this.sentences.add(sentence);
		bound();
	}

	/**
	 * What concerns the whole message comes first, however much there is of its parts.
	 */
	void addOnTheWhole(String sentence) {
		this.sentences.add(this.onTheWhole, sentence);
		this.onTheWhole++;
		bound();
	}

	private void bound() {
		if (this.sentences.size() > MOST) {
			this.sentences.removeLast();
			this.more++;
		}
	}

	List<String> sentences() {
		List<String> all = new ArrayList<>(this.sentences);
		if (this.more > 0) {
			all.add("And " + Shown.count(this.more, "more remark") + " like these.");
		}
		return all;
	}

}
