package dev.tickmark.web.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tickmark.ledger.desk.Upload;

/**
 * A submitted file.
 *
 * @param state BROUGHT, STARTED, REFUSED, STOPPED, FAILED or ENDED
 * @param message why it stands so; null when there is nothing to say
 * @param run the number of its run; null while it waits for its turn
 */
record FileResource(long id, String name, long size, String sha256, String submittedBy, Instant submittedAt,
		String state, @Nullable String message, @Nullable String job, @Nullable Long run) {

	static FileResource of(Upload upload) {
		Upload.Start start = upload.start();
		return new FileResource(upload.id(), upload.name(), upload.size(), upload.sha256(), upload.broughtBy(),
				upload.broughtAt(), upload.state().name(), upload.message(), (start != null) ? start.job() : null,
				upload.run());
	}

}
