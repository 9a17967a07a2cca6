package dev.tickmark.verification;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

import dev.tickmark.ledger.Verifications;
import dev.tickmark.payee.ProviderName;
import dev.tickmark.payee.Verification;

/**
 * Reads the verifications of one slice that are READY. Their state is the position: it
 * saves none, and after a restart it finds what is left. Used by one thread.
 */
class ReadyReader implements ItemReader<Verification> {

	private final Verifications verifications;

	private final Session session;

	private final ProviderName provider;

	private final int slices;

	private final int slice;

	private final int page;

	private final Deque<Verification> read = new ArrayDeque<>();

	private long last;

	ReadyReader(Verifications verifications, Session session, ProviderName provider, int slices, int slice, int page) {
		this.verifications = verifications;
		this.session = session;
		this.provider = provider;
		this.slices = slices;
		this.slice = slice;
		this.page = page;
	}

	@Override
	public @Nullable Verification read() {
		if (this.session.over(this.session.lane(this.provider).lane())) {
			return null;
		}
		if (this.read.isEmpty()) {
			this.read.addAll(this.verifications.ready(this.session.run().id(), this.provider, this.slices, this.slice,
					this.last, this.page));
		}
		Verification next = this.read.poll();
		if (next != null) {
			this.last = next.id();
		}
		return next;
	}

}
