package dev.tickmark.web.results;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tickmark.browse.Looked;
import dev.tickmark.browse.RowBrowser;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.Runs;
import dev.tickmark.ledger.browse.RowMix;
import dev.tickmark.ledger.browse.RowOrder;
import dev.tickmark.payee.NameMatch;
import dev.tickmark.payee.Verdict;

/** The rows of a run: what came of them, in figures and one by one. */
@Controller
@PreAuthorize("hasAuthority('SEE_RESULTS')")
class RowsPage {

	private final Runs runs;

	private final RowBrowser browser;

	RowsPage(Runs runs, RowBrowser browser) {
		this.runs = runs;
		this.browser = browser;
	}

	@GetMapping("/runs/{run}/rows")
	String show(@PathVariable long run, @ModelAttribute("question") RowQuestion question, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<Run> found = this.runs.find(run);
		if (found.isEmpty()) {
			return Missing.run(run, model, response);
		}
		model.addAttribute("styles", List.of("results.css"));
		model.addAttribute("run", found.get());
		model.addAttribute("verdicts", Verdict.values());
		model.addAttribute("matches", NameMatch.values());
		// what is put into a page that is there already is shown only when all is well
		boolean part = isPart(request);
		model.addAttribute("part", part);
		String view = part ? "results/rows :: found" : "results/rows";
		if (question.problem() != null) {
			model.addAttribute("why", question.problem());
			response.setStatus((part ? HttpStatus.OK : HttpStatus.BAD_REQUEST).value());
			return view;
		}
		return switch (this.browser.look(found.get(), question.wanted().filter(), question.part())) {
			case Looked.NotNow not -> {
				model.addAttribute("why", not.why());
				response.setStatus((part ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).value());
				yield view;
			}
			case Looked.Rows rows -> {
				model.addAttribute("rows", rows.rows());
				model.addAttribute("pager", Pager.of(run, question, rows));
				model.addAttribute("columns", columns(run, question));
				model.addAttribute("mix", MixChart.of(run, rows.mix()));
				model.addAttribute("codes", rows.mix().codes());
				model.addAttribute("providers",
						rows.mix()
							.parts()
							.stream()
							.map(RowMix.Part::provider)
							.filter(Objects::nonNull)
							.distinct()
							.sorted()
							.toList());
				yield view;
			}
		};
	}

	/** Only the table is wanted, and not the page that is there already. */
	private static boolean isPart(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
	}

	private static List<Heading> columns(long run, RowQuestion question) {
		return Arrays.stream(RowOrder.values()).map((order) -> new Heading(switch (order) {
			case LINE -> "line";
			case VERDICT -> "verdict";
			case NAME -> "payee";
			case REFERENCE -> "reference";
			case CHECKED_AT -> "checked";
		}, question.sorted(run, order), question.ariaSort(order))).toList();
	}

	/** The heading of a column by which rows can be sorted. */
	record Heading(String word, String address, @Nullable String sort) {

	}

}
