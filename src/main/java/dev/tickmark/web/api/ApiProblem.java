package dev.tickmark.web.api;

import java.util.List;

import org.springframework.http.HttpStatus;

/** What keeps a request from being done, in sentences (RFC 9457). */
final class ApiProblem extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final HttpStatus status;

	private final transient List<String> faults;

	private ApiProblem(HttpStatus status, String sentence, List<String> faults) {
		super(sentence, null, false, false);
		this.status = status;
		this.faults = List.copyOf(faults);
	}

	static ApiProblem notFound(String what) {
		return new ApiProblem(HttpStatus.NOT_FOUND, "There is no " + what + ".", List.of());
	}

	/** It is as it was asked, and cannot be done as things stand. */
	static ApiProblem conflict(String sentence) {
		return new ApiProblem(HttpStatus.CONFLICT, sentence, List.of());
	}

	static ApiProblem bad(String sentence) {
		return new ApiProblem(HttpStatus.BAD_REQUEST, sentence, List.of());
	}

	static ApiProblem notAForm(String sentence) {
		return new ApiProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, sentence, List.of());
	}

	static ApiProblem tooLarge(String sentence) {
		return new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, sentence, List.of());
	}

	/** The file is not one that can be verified. */
	static ApiProblem unusable(String sentence, List<String> faults) {
		return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, sentence, faults);
	}

	/** It cannot be told now; a little later it can. */
	static ApiProblem notNow(String sentence) {
		return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, sentence, List.of());
	}

	static ApiProblem tooOldAProtocol(String sentence) {
		return new ApiProblem(HttpStatus.HTTP_VERSION_NOT_SUPPORTED, sentence, List.of());
	}

	HttpStatus status() {
		return this.status;
	}

	/** One sentence for each. */
	List<String> faults() {
		return this.faults;
	}

}
