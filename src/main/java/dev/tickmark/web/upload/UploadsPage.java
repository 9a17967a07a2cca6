package dev.tickmark.web.upload;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import dev.tickmark.desk.Desk;
import dev.tickmark.desk.UploadRefused;
import dev.tickmark.desk.UploadSettings;
import dev.tickmark.desk.Uploads;
import dev.tickmark.desk.Workplace;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.definition.Definitions;

/** Where files are brought, and those are that nothing was done with. */
@Controller
@RequestMapping("/uploads")
@PreAuthorize("hasAuthority('UPLOAD')")
class UploadsPage {

	private static final int SHOWN = 50;

	private final Uploads uploads;

	private final Desk desk;

	private final Workplace workplace;

	private final UploadSettings settings;

	UploadsPage(Uploads uploads, Desk desk, Workplace workplace, UploadSettings settings) {
		this.uploads = uploads;
		this.desk = desk;
		this.workplace = workplace;
		this.settings = settings;
	}

	@GetMapping
	String all(Model model) {
		model.addAttribute("jobs", this.workplace.jobs());
		model.addAttribute("usual", Definitions.DEFAULT);
		model.addAttribute("largest", this.settings.largest());
		model.addAttribute("most", this.settings.maxSize().toBytes());
		model.addAttribute("keep", days());
		model.addAttribute("brought", this.uploads.brought(SHOWN));
		model.addAttribute("waiting", this.desk.waiting());
		model.addAttribute("waitingRuns", this.desk.waitingRuns());
		model.addAttribute("styles", Styles.OF_UPLOADS);
		return "upload/all";
	}

	/** Takes a file, and goes on to what is seen of it. */
	@PostMapping
	String take(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(defaultValue = Definitions.DEFAULT) String job, Model model, HttpServletResponse response)
			throws IOException {
		try (InputStream content = (file != null) ? file.getInputStream() : InputStream.nullInputStream()) {
			Upload upload = this.uploads.take(actor, (file != null) ? file.getOriginalFilename() : null, content);
			return "redirect:/uploads/" + upload.id()
					+ (Definitions.DEFAULT.equals(job) ? "" : "?job=" + Styles.encoded(job));
		}
		catch (UploadRefused ex) {
			response
				.setStatus((ex.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT).value());
			model.addAttribute("problem", ex.sentence());
			return all(model);
		}
	}

	private String days() {
		long days = this.settings.keep().toDays();
		return (days > 1) ? days + " days" : this.settings.keep().toHours() + " hours";
	}

}
