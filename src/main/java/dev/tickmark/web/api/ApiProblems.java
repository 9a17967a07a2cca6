package dev.tickmark.web.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells programs what is wrong, as RFC 9457 has it. */
@RestControllerAdvice(basePackageClasses = ApiProblem.class)
class ApiProblems {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tell(ApiProblem problem) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), String.valueOf(problem.getMessage()));
		if (!problem.faults().isEmpty()) {
			detail.setProperty("faults", problem.faults());
		}
		return ResponseEntity.of(detail).build();
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> tell(MethodArgumentTypeMismatchException mismatch) {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"The value of " + mismatch.getName() + " is not one that it can have."))
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
