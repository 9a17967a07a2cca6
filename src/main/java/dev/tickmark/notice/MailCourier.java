package dev.tickmark.notice;

import java.util.Date;
import java.util.Objects;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import dev.tickmark.ledger.notice.Delivery;
import dev.tickmark.ledger.notice.Notice;
import dev.tickmark.ledger.notice.Way;

/** Delivers notices as e-mails, one to each address. */
@Component
class MailCourier implements Courier {

	private final @Nullable JavaMailSender server;

	private final NoticeSettings settings;

	MailCourier(ObjectProvider<JavaMailSender> server, NoticeSettings settings) {
		this.server = server.getIfAvailable();
		this.settings = settings;
	}

	@Override
	public Way way() {
		return Way.MAIL;
	}

	@Override
	public @Nullable String obstacle() {
		if (this.server == null) {
			return "no mail server is set. Set spring.mail.host, and tickmark.notices.from.";
		}
		return (this.settings.from() != null) ? null
				: "nothing says from whom mails are. Set tickmark.notices.from to an address.";
	}

	@Override
	public void deliver(Delivery delivery) throws Undelivered {
		JavaMailSender sender = Objects.requireNonNull(this.server, "server");
		try {
			sender.send(message(sender.createMimeMessage(), delivery));
		}
		catch (MessagingException | MailException ex) {
			throw new Undelivered("Mail server: " + root(ex), ex);
		}
	}

	private MimeMessage message(MimeMessage message, Delivery delivery) throws MessagingException {
		Notice notice = delivery.notice();
		String from = Objects.requireNonNull(this.settings.from(), "from");
		MimeMessageHelper helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_RELATED, "UTF-8");
		helper.setFrom(from);
		helper.setTo(delivery.target());
		helper.setSubject(notice.subject());
		helper.setSentDate(Date.from(notice.createdAt()));
		helper.setText(notice.plain(), notice.html());
		// the same at every attempt: whoever gets it twice can tell
		message.setHeader("Message-ID",
				"<" + notice.id() + "." + delivery.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Tickmark-Notice", notice.id().toString());
		return message;
	}

	private static String root(Exception exception) {
		Throwable root = exception;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root.getClass().getSimpleName() + ": " + root.getMessage();
	}

}
