package dev.tickmark.web.upload;

import java.util.Optional;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.tickmark.desk.Uploads;
import dev.tickmark.ledger.desk.Upload;
import dev.tickmark.ledger.people.Actor;

/**
 * Removes files with which nothing is done: one's own, and those of others for who is an
 * administrator as well.
 */
@Controller
class RemoveUpload {

	private final Uploads uploads;

	RemoveUpload(Uploads uploads) {
		this.uploads = uploads;
	}

	@PostMapping("/uploads/{id}/remove")
	@PreAuthorize("hasAuthority('UPLOAD')")
	String remove(Actor actor, @PathVariable long id, @ModelAttribute(name = "may", binding = false) Set<String> may,
			RedirectAttributes told) {
		Optional<Upload> found = this.uploads.find(id);
		if (found.isEmpty()) {
			told.addFlashAttribute("problem", "There is no file " + id + " any more.");
			return "redirect:/uploads";
		}
		Upload upload = found.get();
		if (!upload.broughtBy().equalsIgnoreCase(actor.who()) && !may.contains("MANAGE_PEOPLE")) {
			told.addFlashAttribute("problem", upload.name() + " is " + upload.broughtBy()
					+ "'s: only who has brought it can remove it, or an administrator.");
			return "redirect:/uploads";
		}
		if (this.uploads.remove(actor, upload)) {
			told.addFlashAttribute("done", upload.name() + " is removed.");
			return "redirect:/uploads";
		}
		told.addFlashAttribute("problem", upload.name() + " was started meanwhile, or is gone already.");
		return "redirect:/uploads";
	}

}
