package dev.tickmark.web.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells programs what is wrong, as RFC 9457 has it. */
@RestControllerAdvice(basePackageClasses = ApiProblem.class)
class ApiProblems {

	private static final String IMPOSSIBLE = " is not one that it can have.";

	/** After so many seconds what could not be told now may be told. */
	private static final String LATER = "15";

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tell(ApiProblem problem) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), String.valueOf(problem.getMessage()));
		if (!problem.faults().isEmpty()) {
			detail.setProperty("faults", problem.faults());
		}
		ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.of(detail);
		return ((problem.status() == HttpStatus.SERVICE_UNAVAILABLE) ? answer.header(HttpHeaders.RETRY_AFTER, LATER)
				: answer)
			.build();
	}

	/** Of what cannot be meant, the first. */
	@ExceptionHandler
	ResponseEntity<ProblemDetail> tell(BindException faults) {
		String name = faults.getFieldErrors().stream().map(FieldError::getField).findFirst().orElse("a parameter");
		return ResponseEntity
			.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The value of " + name + IMPOSSIBLE))
			.build();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tell(MethodArgumentTypeMismatchException mismatch) {
		return ResponseEntity
			.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
					"The value of " + mismatch.getName() + IMPOSSIBLE))
			.build();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tell(MissingServletRequestParameterException missing) {
		return ResponseEntity
			.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
					"The parameter " + missing.getParameterName() + " is missing."))
			.build();
	}

}
