package dev.tickmark.notice;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills in the templates of notices. */
final class LetterTemplate {

	private static final TemplateEngine PLAIN = engine(TemplateMode.TEXT, ".txt");

	private static final TemplateEngine HTML = engine(TemplateMode.HTML, ".html");

	private LetterTemplate() {
	}

	static String plain(Map<String, Object> variables) {
		return PLAIN.process("notice", new Context(Locale.ROOT, variables));
	}

	static String html(Map<String, Object> variables) {
		return HTML.process("notice", new Context(Locale.ROOT, variables));
	}

	private static TemplateEngine engine(TemplateMode mode, String ending) {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(LetterTemplate.class.getClassLoader());
		templates.setPrefix("dev/tickmark/notice/");
		templates.setSuffix(ending);
		templates.setTemplateMode(mode);
		templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
		TemplateEngine engine = new TemplateEngine();
		engine.setTemplateResolver(templates);
		return engine;
	}

}
