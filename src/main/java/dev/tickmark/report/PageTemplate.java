package dev.tickmark.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills in the templates of our pages, which all lie in one place. */
public final class PageTemplate {

	private PageTemplate() {
	}

	/**
	 * Writes a page, in UTF-8, and closes its file.
	 * @param name the template's name, without its ending
	 * @param variables what the template shows
	 */
	public static void write(String name, Map<String, Object> variables, OutputStream file) throws IOException {
		Context context = new Context(Locale.ROOT, variables);
		try (Writer out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
			engine().process(name, context, out);
		}
	}

	private static TemplateEngine engine() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(PageTemplate.class.getClassLoader());
		templates.setPrefix("dev/tickmark/report/");
		templates.setSuffix(".html");
		templates.setTemplateMode(TemplateMode.HTML);
		templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
		TemplateEngine engine = new TemplateEngine();
		engine.setTemplateResolver(templates);
		return engine;
	}

}
