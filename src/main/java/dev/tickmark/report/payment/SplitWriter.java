package dev.tickmark.report.payment;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Copies a message into its halves, event by event. */
final class SplitWriter implements Closeable {

	static final String SIMULATED = "<!-- Made of simulated verdicts (sandbox): nothing was verified. Do not pay. -->";

	private final Charset charset;

	private final RawText raw;

	private final MessageReader message;

	private final Payments<Half> ahead;

	private final PayableRows rows;

	private final PaymentSplit split;

	private final boolean simulated;

	private final Map<Half, Writer> files = new EnumMap<>(Half.class);

	private final Map<Set<Half>, List<Writer>> together = new HashMap<>();

	/** The halves that are written at all. */
	private final Set<Half> all = EnumSet.noneOf(Half.class);

	/** The halves in which the payment is, and the transaction or payment. */
	private Set<Half> ofPayment = Set.of();

	private Set<Half> scope;

	/** Where the piece of text goes that began with the last event. */
	private Set<Half> target;

	private Payments.@Nullable Payment<Half> payment;

	private int row;

	private boolean blank;

	private boolean replacing;

	private boolean emptyElement;

	SplitWriter(Original original, PayableRows rows, PaymentSplit split, boolean simulated) throws IOException {
		this.rows = rows;
		this.split = split;
		this.simulated = simulated;
		this.charset = MessageXml.charset(original);
		this.ahead = new Payments<>(original, Half.class, rows::half);
		this.raw = new RawText(new InputStreamReader(original.open(), this.charset));
		this.message = new MessageReader(MessageXml.read(this.raw), this.raw);
		for (Half half : Half.values()) {
			if (split.has(half)) {
				this.all.add(half);
			}
		}
		this.scope = this.all;
		this.target = this.all;
	}

	void write(PaymentSplit.Outlet outlet) throws IOException {
		for (Half half : this.all) {
			this.files.put(half, new BufferedWriter(new OutputStreamWriter(outlet.open(half), this.charset), 1 << 16));
		}
		boolean rootBegan = false;
		while (this.message.advance()) {
			if (this.emptyElement && !this.message.isStart()) {
				// its one tag was copied when it began
				this.emptyElement = false;
				leave();
				continue;
			}
			this.emptyElement = this.message.isEmptyElement();
			event();
			if (rootBegan && this.simulated) {
				note(SIMULATED);
			}
			rootBegan = this.message.begins(MessageElement.DOCUMENT);
		}
		this.raw.passRest(files(this.all));
		for (Writer file : this.files.values()) {
			file.close();
		}
	}

	private void event() throws IOException {
		enter();
		boolean text = this.message.isText();
		// The white space before what is left out is left out with it
		boolean moves = this.message.begins(MessageElement.TRANSACTION) || this.message.begins(MessageElement.PAYMENT);
		this.target = (this.blank && moves) ? this.scope : this.target;
		this.raw.passTo(this.message.offset(), files(this.target));
		if (this.message.isStart() && this.raw.next() != '<') {
			throw new IllegalStateException("no element begins where one was found: nothing may be copied like this");
		}
		this.target = (this.replacing && text) ? Set.of() : this.scope;
		MessagePart part = this.message.part();
		if (part != null && part.differsByHalf() && !this.emptyElement) {
			replace(part);
		}
		this.blank = !this.replacing && this.message.isWhiteSpace();
		if (!this.message.isStart()) {
			leave();
		}
	}

	private void enter() throws IOException {
		if (this.message.begins(MessageElement.PAYMENT)) {
			Payments.Payment<Half> next = Objects.requireNonNull(this.ahead.next(), "no payment ahead");
			this.payment = next;
			this.ofPayment = EnumSet.copyOf(this.all);
			this.ofPayment.removeIf((half) -> next.tally(half).transactions() == 0);
			this.scope = this.ofPayment;
		}
		else if (this.message.begins(MessageElement.TRANSACTION)) {
			this.scope = EnumSet.of(this.rows.half(this.row));
			this.row++;
		}
	}

	private void leave() {
		if (this.message.ends(MessageElement.TRANSACTION)) {
			this.scope = this.ofPayment;
		}
		else if (this.message.ends(MessageElement.PAYMENT)) {
			this.scope = this.all;
		}
	}

	/**
	 * The text of an element that is another one in each half, but not what is around it.
	 */
	private void replace(MessagePart part) throws IOException {
		this.replacing = this.message.isStart();
		if (this.replacing) {
			return;
		}
		for (Half half : this.scope) {
			file(half).write(escaped(text(part, half)));
		}
	}

	private String text(MessagePart part, Half half) {
		Tally whole = this.split.half(half);
		Tally own = (this.payment != null) ? this.payment.tally(half) : Tally.NOTHING;
		return switch (part) {
			case MESSAGE_ID ->
				MessageId.of(Objects.requireNonNullElse(this.message.get(MessagePart.MESSAGE_ID), ""), half.suffix());
			case GROUP_COUNT -> String.valueOf(whole.transactions());
			case GROUP_SUM -> whole.sum().toPlainString();
			case PAYMENT_COUNT -> String.valueOf(own.transactions());
			case PAYMENT_SUM -> own.sum().toPlainString();
			case CREATED, PAYMENT_ID, INSTRUCTION_ID, END_TO_END_ID, UETR, INSTRUCTED_AMOUNT, EQUIVALENT_AMOUNT,
					CURRENCY, TRANSFER_CURRENCY, NAME, IBAN, OTHER_ACCOUNT ->
				throw new IllegalStateException(part + " is the same in both halves");
		};
	}

	private void note(String comment) throws IOException {
		for (Writer file : this.files.values()) {
			file.write(comment);
		}
	}

	private List<Writer> files(Set<Half> halves) {
		return this.together.computeIfAbsent(halves, (some) -> some.stream().map(this::file).toList());
	}

	private Writer file(Half half) {
		return Objects.requireNonNull(this.files.get(half), "a half without a file");
	}

	/** In any encoding: what is not ASCII is written by its number. */
	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((c) -> {
			if (c >= 0x80 || c == '&' || c == '<' || c == '>') {
				escaped.append("&#").append(c).append(';');
			}
			else {
				escaped.append((char) c);
			}
		});
		return escaped.toString();
	}

	@Override
	public void close() throws IOException {
		try (this.ahead; this.message) {
			for (Writer file : this.files.values()) {
				file.close();
			}
		}
	}

}
