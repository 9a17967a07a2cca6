package dev.tickmark.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * {@code report.html}: what was checked and what a person has to look at, on one page
 * that needs nothing else, to read and to print.
 */
final class PageFile implements ReportPart {

	static final String NAME = "report.html";

	private final Unfinished files;

	private final ReportPlan plan;

	private final Cells cells;

	private final Mix mix;

	private final DuplicatesFile duplicates;

	private final AtRisk atRisk = new AtRisk();

	PageFile(Unfinished files, ReportPlan plan, DuplicatesFile duplicates) {
		this.files = files;
		this.plan = plan;
		this.duplicates = duplicates;
		this.cells = new Cells(plan.positions(), plan.decimal());
		this.mix = new Mix(this.cells);
	}

	@Override
	public void write(ResultLine line) {
		boolean payable = this.plan.payable().contains(line.verdict());
		this.mix.add(line, payable);
		if (!payable) {
			this.atRisk.add(new AtRisk.Row(line.line(), line, this.cells.amount(line)));
		}
	}

	@Override
	public List<String> finish(RunSummary summary) throws IOException {
		Context context = new Context(Locale.ROOT,
				new PageModel(summary, this.plan, this.cells, this.mix, this.atRisk, this.duplicates.counts())
					.variables());
		try (Writer out = new BufferedWriter(new OutputStreamWriter(this.files.create(NAME), StandardCharsets.UTF_8))) {
			engine().process("report", context, out);
		}
		return List.of(NAME);
	}

	private static TemplateEngine engine() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(PageFile.class.getClassLoader());
		templates.setPrefix("dev/tickmark/report/");
		templates.setSuffix(".html");
		templates.setTemplateMode(TemplateMode.HTML);
		templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
		TemplateEngine engine = new TemplateEngine();
		engine.setTemplateResolver(templates);
		return engine;
	}

	@Override
	public void close() {
		// nothing is open between rows
	}

}
