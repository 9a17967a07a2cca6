package dev.tickmark.web.upload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tickmark.desk.Look;
import dev.tickmark.desk.Looking;
import dev.tickmark.desk.RejectedOfUpload;
import dev.tickmark.desk.Uploads;
import dev.tickmark.desk.Workplace;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.Actor;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;

/** Every row that would be rejected, to be saved, before anything is paid. */
@Controller
@PreAuthorize("hasAuthority('UPLOAD') and hasAuthority('DOWNLOAD_REPORTS')")
class RejectedPage {

	private final Uploads uploads;

	private final Looking looking;

	private final RejectedOfUpload rejected;

	private final Workplace workplace;

	RejectedPage(Uploads uploads, Looking looking, RejectedOfUpload rejected, Workplace workplace) {
		this.uploads = uploads;
		this.looking = looking;
		this.rejected = rejected;
		this.workplace = workplace;
	}

	@GetMapping("/uploads/{id}/rejected.csv")
	@Nullable String send(Actor actor, @PathVariable long id, @RequestParam(defaultValue = Definitions.DEFAULT) String job,
			Model model, HttpServletResponse response) throws IOException {
		Optional<Upload> upload = this.uploads.find(id);
		if (upload.isEmpty()) {
			return say("There is no file " + id + " any more: with nothing done it is removed after a while.",
					HttpStatus.NOT_FOUND, model, response);
		}
		String why = send(actor, upload.get(), job, response);
		return why.isEmpty() ? null : say(why, HttpStatus.CONFLICT, model, response);
	}

	/** Sends them; else it is told in a sentence why not. */
	private String send(Actor actor, Upload upload, String job, HttpServletResponse response) throws IOException {
		try {
			return switch (this.looking.look(upload, this.workplace.job(job), null)) {
				case Look.Unreadable unreadable -> unreadable.why();
				case Look.Readable look when !look.faults().isEmpty() -> String.join(" ", look.faults());
				case Look.Readable look ->
					this.rejected.send(actor, upload, this.looking.definition(look), () -> begun(upload, response));
			};
		}
		catch (BadDefinition ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private static OutputStream begun(Upload upload, HttpServletResponse response) throws IOException {
		String name = upload.name().replaceAll("[^\\p{L}\\p{N}._-]+", "_") + "-rejected.csv";
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
		return response.getOutputStream();
	}

	private static String say(String sentence, HttpStatus status, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("status", status.value());
		model.addAttribute("sentence", sentence);
		return "error";
	}

}
