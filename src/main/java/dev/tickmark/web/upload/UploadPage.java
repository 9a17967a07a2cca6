package dev.tickmark.web.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.desk.Desk;
import dev.tickmark.desk.DeskReply;
import dev.tickmark.desk.Look;
import dev.tickmark.desk.Looking;
import dev.tickmark.desk.Uploads;
import dev.tickmark.desk.Workplace;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.desk.UploadState;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

/** What is seen of a file before a call is made, and where its run is started. */
@Controller
@RequestMapping("/uploads/{id}")
@PreAuthorize("hasAuthority('UPLOAD')")
class UploadPage {

	private static final int SHORT_WAITS = 20;

	/** For so long a page that waits looks again by itself. */
	private static final Duration LOOKED_AFTER = Duration.ofMinutes(15);

	/** By which htmx knows that it need not ask again. */
	private static final int STOP_POLLING = 286;

	private static final long SHORT_WAIT_NANOS = 100_000_000;

	private final Uploads uploads;

	private final Looking looking;

	private final Desk desk;

	private final Workplace workplace;

	private final Clock clock = Clock.systemUTC();

	UploadPage(Uploads uploads, Looking looking, Desk desk, Workplace workplace) {
		this.uploads = uploads;
		this.looking = looking;
		this.desk = desk;
		this.workplace = workplace;
	}

	@GetMapping
	String show(@PathVariable long id, @RequestParam(defaultValue = Definitions.DEFAULT) String job,
			@RequestParam(defaultValue = "false") boolean whole, @ModelAttribute("terms") Terms terms, Model model,
			HttpServletResponse response) {
		Optional<Upload> upload = this.uploads.find(id);
		if (upload.isEmpty()) {
			return gone(id, model, response);
		}
		if (!canBeStarted(upload.get()) && upload.get().run() != null) {
			return "redirect:/runs/" + upload.get().run();
		}
		if (!canBeStarted(upload.get())) {
			model.addAttribute("upload", upload.get());
			model.addAttribute("from", this.clock.millis());
			return "upload/waiting";
		}
		return page(upload.get(), job, null, whole ? terms : null, model);
	}

	/**
	 * Whether the page that waits has to be another one now, for a part of it. It is told
	 * to stop asking after a while: a session must end when nobody is there.
	 * @param from since when the page waits, in milliseconds
	 */
	@GetMapping("/waiting")
	@ResponseBody
	ResponseEntity<String> waiting(@PathVariable long id, @RequestParam(defaultValue = "0") long from) {
		if (!this.uploads.find(id).map(UploadPage::isUnderWay).orElse(false)) {
			return ResponseEntity.ok().header("HX-Redirect", "/uploads/" + id).build();
		}
		boolean longEnough = this.clock.millis() - from > LOOKED_AFTER.toMillis();
		return longEnough
				? ResponseEntity.status(STOP_POLLING).body("This page does not look again by itself any more.")
				: ResponseEntity.noContent().build();
	}

	/** What the run would be, for a part of the page. */
	@GetMapping("/forecast")
	String forecast(@PathVariable long id, @RequestParam(defaultValue = Definitions.DEFAULT) String job,
			@ModelAttribute("terms") Terms terms, Model model, HttpServletResponse response) {
		Optional<Upload> upload = this.uploads.find(id);
		if (upload.isEmpty()) {
			return gone(id, model, response);
		}
		model.addAttribute("part", true);
		model.addAttribute("upload", upload.get());
		model.addAttribute("job", job);
		look(upload.get(), job, null, model).ifPresent((look) -> addForecast(look, terms, model));
		return "upload/forecast :: forecast";
	}

	/** Notes which column is which, and looks again. */
	@PostMapping("/columns")
	String choose(Actor actor, @PathVariable long id, @RequestParam(defaultValue = Definitions.DEFAULT) String job,
			@RequestParam Map<String, String> fields, @ModelAttribute("terms") Terms terms, Model model,
			HttpServletResponse response) {
		Optional<Upload> upload = this.uploads.find(id);
		if (upload.isEmpty()) {
			return gone(id, model, response);
		}
		Optional<Look.Readable> look = look(upload.get(), job, fields, model);
		if (look.isPresent() && look.get().faults().isEmpty()) {
			this.looking.remember(look.get(), actor);
			return "redirect:/uploads/" + id + "?job=" + Styles.encoded(job) + terms.inAddress() + "#forecast";
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(upload.get(), job, fields, null, model);
	}

	/** Starts the run, or shows why it cannot be. */
	@PostMapping("/start")
	@PreAuthorize("hasAuthority('RUN')")
	String start(Actor actor, @PathVariable long id, @RequestParam(defaultValue = Definitions.DEFAULT) String job,
			@RequestParam Map<String, String> fields, @ModelAttribute("terms") Terms terms, Model model,
			HttpServletResponse response) {
		Optional<Upload> upload = this.uploads.find(id);
		if (upload.isEmpty()) {
			return gone(id, model, response);
		}
		if (!canBeStarted(upload.get())) {
			// another tab was faster: its run is shown
			return "redirect:/uploads/" + id;
		}
		Optional<Look.Readable> look = look(upload.get(), job, fields, model);
		if (look.isPresent() && look.get().faults().isEmpty()) {
			try {
				JobDefinition definition = this.looking.definition(look.get());
				DeskReply reply = this.desk.start(actor, id, definition, terms.deadline(), terms.isAnew());
				if (!(reply instanceof DeskReply.Refused refused)) {
					this.looking.remember(look.get(), actor);
					return afterStart(id);
				}
				model.addAttribute("problem", refused.why());
			}
			catch (BadDefinition ex) {
				model.addAttribute("problem", ex.getMessage());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page(upload.get(), job, fields, null, model);
	}

	/** Takes back a start whose turn has not come. */
	@PostMapping("/withdraw")
	@PreAuthorize("hasAuthority('RUN')")
	String withdraw(Actor actor, @PathVariable long id, RedirectAttributes told) {
		if (this.desk.withdraw(actor, id) instanceof DeskReply.Refused refused) {
			told.addFlashAttribute("problem", refused.why());
		}
		return "redirect:/uploads/" + id;
	}

	/** A run has its number in a moment, unless it has to wait for its turn. */
	private String afterStart(long id) {
		for (int i = 0; i < SHORT_WAITS; i++) {
			Optional<Upload> upload = this.uploads.find(id);
			if (upload.isEmpty() || !isUnderWay(upload.get())) {
				break;
			}
			LockSupport.parkNanos(SHORT_WAIT_NANOS);
		}
		return "redirect:/uploads/" + id;
	}

	private static boolean canBeStarted(Upload upload) {
		return upload.state() == UploadState.BROUGHT || upload.state() == UploadState.REFUSED;
	}

	private static boolean isUnderWay(Upload upload) {
		return upload.state() == UploadState.STARTED && upload.run() == null;
	}

	/** The page; with the forecast in it when there are terms for one. */
	private String page(Upload upload, String job, @Nullable Map<String, String> fields, @Nullable Terms whole,
			Model model) {
		Optional<Look.Readable> look = look(upload, job, fields, model);
		model.addAttribute("upload", upload);
		model.addAttribute("jobs", this.workplace.jobs());
		model.addAttribute("job", job);
		model.addAttribute("styles", Styles.OF_UPLOADS);
		look.ifPresent((readable) -> {
			model.addAttribute("shown", LookView.of(readable));
			if (whole != null) {
				addForecast(readable, whole, model);
			}
		});
		return "upload/one";
	}

	/** Looks at it; why that cannot be is put into the model. */
	private Optional<Look.Readable> look(Upload upload, String job, @Nullable Map<String, String> fields, Model model) {
		try {
			JobDefinition definition = this.workplace.job(job);
			switch (this.looking.look(upload, definition, (fields != null) ? ChosenColumns.of(fields) : null)) {
				case Look.Readable readable -> {
					return Optional.of(readable);
				}
				case Look.Unreadable unreadable -> model.addAttribute("unreadable", unreadable.why());
			}
		}
		catch (BadDefinition ex) {
			model.addAttribute("unreadable", ex.getMessage());
		}
		return Optional.empty();
	}

	private void addForecast(Look.Readable look, Terms terms, Model model) {
		if (!look.faults().isEmpty() || terms.problem() != null) {
			return;
		}
		try {
			model.addAttribute("forecast", ForecastView
				.of(this.looking.forecast(look.upload(), this.looking.definition(look), terms.due(), terms.isAnew())));
		}
		catch (BadDefinition ex) {
			model.addAttribute("unreadable", ex.getMessage());
		}
	}

	private static String gone(long id, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		model.addAttribute("status", HttpStatus.NOT_FOUND.value());
		model.addAttribute("sentence",
				"There is no file " + id + " any more: with nothing done it is removed after a while. Bring it again.");
		return "error";
	}

}
