package dev.tickmark.web.api;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The contract, for people who write programs and for the programs themselves. */
@Controller
class ApiPage {

	private final Contract contract;

	ApiPage(Contract contract) {
		this.contract = contract;
	}

	@GetMapping("/docs/api")
	@PreAuthorize("isAuthenticated()")
	String page(Model model) {
		model.addAttribute("operations", this.contract.operations());
		return "api/contract";
	}

	@GetMapping({ "/docs/api/openapi.yaml", "/api/v1/openapi.yaml" })
	@PreAuthorize("isAuthenticated()")
	ResponseEntity<String> text() {
		return ResponseEntity.ok().header("Content-Type", "application/yaml;charset=UTF-8").body(this.contract.text());
	}

}
