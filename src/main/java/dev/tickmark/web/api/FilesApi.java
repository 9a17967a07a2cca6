package dev.tickmark.web.api;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tickmark.desk.Uploads;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.definition.Definitions;

/** Files that programs submit. */
@RestController
@RequestMapping("/api/v1/files")
class FilesApi {

	private final Submitting submitting;

	private final Uploads uploads;

	FilesApi(Submitting submitting, Uploads uploads) {
		this.submitting = submitting;
		this.uploads = uploads;
	}

	/**
	 * Takes the body as a file and starts its run. The same key again is answered as the
	 * first time, with what has become of it since.
	 */
	@PostMapping
	@PreAuthorize("hasAuthority('UPLOAD') and hasAuthority('RUN')")
	ResponseEntity<FileResource> submit(Actor actor,
			@RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
			@RequestParam String name, @RequestParam(defaultValue = Definitions.DEFAULT) String job,
			@RequestParam(required = false) @Nullable String deadline,
			@RequestParam(defaultValue = "false") boolean again, HttpServletRequest request) throws IOException {
		String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
		if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/")) {
			throw ApiProblem.notAForm("Send the file itself as the body, with Content-Type: application/octet-stream"
					+ " (curl: --data-binary @FILE -H 'Content-Type: application/octet-stream').");
		}
		Submitting.Wish wish = new Submitting.Wish(name, job, deadline, again);
		FileResource file = FileResource
			.of(this.submitting.submit(actor, IdempotencyKey.of(key), wish, request.getInputStream()));
		return ResponseEntity.accepted().location(URI.create("/api/v1/files/" + file.id())).body(file);
	}

	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('SEE_RUNS')")
	FileResource file(@PathVariable long id) {
		return this.uploads.find(id).map(FileResource::of).orElseThrow(() -> ApiProblem.notFound("file " + id));
	}

}
