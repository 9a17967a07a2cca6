package dev.tickmark.verification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.tickmark.intake.PayeeFile;
import dev.tickmark.intake.UnreadableFile;
import dev.tickmark.ledger.Run;
import dev.tickmark.report.Duplicates;
import dev.tickmark.report.ReportKind;
import dev.tickmark.verification.StubServer.Says;
import dev.tickmark.verification.definition.BadDefinition;
import dev.tickmark.verification.definition.Definitions;
import dev.tickmark.verification.definition.JobDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Payee files of every format through the whole job, to their reports. */
class FilesOfAllKindsTests extends VerificationJobCase {

	private static final String ALWAYS = "actions.csv,rejected.csv,results.csv,summary.json";

	private static final String IBAN = "DE89370400440532013000";

	/** Its message id is the only thing that must differ from test to test. */
	private static final String PAYMENTS = """
			<?xml version="1.0" encoding="UTF-8"?>
			<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
			<CstmrCdtTrfInitn>
			<GrpHdr><MsgId>M%1$d</MsgId><CreDtTm>2026-11-20T10:00:00</CreDtTm><NbOfTxs>3</NbOfTxs><CtrlSum>600.03</CtrlSum></GrpHdr>
			<PmtInf><PmtInfId>P-1</PmtInfId><NbOfTxs>3</NbOfTxs><CtrlSum>600.03</CtrlSum>
			<CdtTrfTxInf><PmtId><EndToEndId>E-1</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">100.01</InstdAmt></Amt><Cdtr><Nm>good %1$d</Nm></Cdtr><CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></CdtTrfTxInf>
			<CdtTrfTxInf><PmtId><EndToEndId>E-2</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">200.01</InstdAmt></Amt><Cdtr><Nm>bad %1$d</Nm></Cdtr><CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></CdtTrfTxInf>
			<CdtTrfTxInf><PmtId><EndToEndId>E-3</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">300.01</InstdAmt></Amt><Cdtr><Nm>fine %1$d</Nm></Cdtr><CdtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></CdtTrfTxInf>
			</PmtInf>
			</CstmrCdtTrfInitn>
			</Document>
			""";

	@Autowired
	private RunReport report;

	@BeforeEach
	void someAreRefused() {
		STUB.answers((name, _) -> name.contains("bad") ? new Says(400, Map.of()) : Says.ok());
	}

	@Test
	void aTableInWindows1252ComesBackInTwoHalvesInItsOwnEncoding() throws Exception {
		Charset charset = Charset.forName("windows-1252");
		int number = FILES.incrementAndGet();
		String header = "Näme;Konto\r\n";
		String good = "gööd " + number + ";" + IBAN + "\r\n";
		String bad = "\"bäd;\r\nbad " + number + "\";" + IBAN + "\r\n";
		Path path = Files.write(this.folder.resolve("liste.csv"), (header + bad + good).getBytes(charset));
		Run run = run(path, "{name: Näme, iban: {position: 2}}").run();
		assertThat(new String(Files.readAllBytes(run.reports().resolve("payable.csv")), charset))
			.isEqualTo(header + good);
		assertThat(new String(Files.readAllBytes(run.reports().resolve("quarantine.csv")), charset))
			.isEqualTo(header + bad);
		assertThat(files(run).keySet())
			.containsExactlyInAnyOrder((ALWAYS + ",payable.csv,quarantine.csv,report.html,results.xlsx").split(","));
		assertThatItIsTheSameAgain(run);
	}

	@Test
	void aPaymentFileIsSplitAndReportedOn() throws Exception {
		Path path = Files.writeString(this.folder.resolve("payments.xml"), PAYMENTS.formatted(FILES.incrementAndGet()));
		Run run = run(path, "{}").run();
		assertThat(files(run).keySet()).containsExactlyInAnyOrder(
				(ALWAYS + ",payable.xml,quarantine.xml,pain.002.xml,report.html,results.xlsx").split(","));
		assertThat(Files.readString(run.reports().resolve("payable.xml")))
			.contains("<NbOfTxs>2</NbOfTxs><CtrlSum>400.02</CtrlSum>", "E-1", "E-3")
			.doesNotContain("E-2");
		assertThat(Files.readString(run.reports().resolve("quarantine.xml")))
			.contains("<NbOfTxs>1</NbOfTxs><CtrlSum>200.01</CtrlSum>", "E-2")
			.doesNotContain("E-1", "E-3");
		assertThat(Files.readString(run.reports().resolve("pain.002.xml"))).containsSubsequence("E-1", "RCVC", "E-2",
				"RVNA", "E-3", "RCVC");
		assertThat(Files.readString(run.reports().resolve("report.html"))).contains("400.02", "200.01");
		assertThatItIsTheSameAgain(run);
	}

	@Test
	void aHalfThatIsEmptyByNowIsNotLeftFromBefore() throws Exception {
		STUB.answers((name, asked) -> new Says(500, Map.of()));
		Path path = Files.writeString(this.folder.resolve("payments.xml"), PAYMENTS.formatted(FILES.incrementAndGet()));
		Run run = run(path, "{}").run();
		assertThat(files(run).keySet()).contains("quarantine.xml").doesNotContain("payable.xml");
		STUB.answers((_, _) -> Says.ok());
		assertThat(run(path, "{}").run().id()).isEqualTo(run.id());
		assertThat(files(run).keySet()).contains("payable.xml").doesNotContain("quarantine.xml");
	}

	@Test
	void aWorkbookComesBackAsOneAndInTwoHalvesAsCsv() throws Exception {
		int number = FILES.incrementAndGet();
		Path path = this.folder.resolve("list.xlsx");
		try (XSSFWorkbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(path)) {
			Sheet sheet = workbook.createSheet("Payees");
			fill(sheet.createRow(0), "name", "iban");
			fill(sheet.createRow(1), "good " + number, IBAN);
			fill(sheet.createRow(2), "=bad " + number, IBAN);
			workbook.write(out);
		}
		Run run = run(path, "{}").run();
		assertThat(run.reports().resolve("payable.csv")).hasContent("name,iban\ngood " + number + "," + IBAN + "\n");
		assertThat(run.reports().resolve("quarantine.csv")).hasContent("name,iban\n=bad " + number + "," + IBAN + "\n");
		assertThatItIsTheSameAgain(run);
	}

	@Test
	void whatAFileHasTwiceIsToldWithTheLineOfTheFirst() throws Exception {
		int number = FILES.incrementAndGet();
		String good = ",good " + number + "," + IBAN + "\n";
		Path path = Files.writeString(this.folder.resolve("list.csv"), "reference,name,iban\nR-1" + good + "R-2,fine "
				+ number + "," + IBAN + "\nR-2" + good + "R-1,," + IBAN + "\nR-3,bad " + number + "," + IBAN + "\n");
		VerifyResult.Finished finished = run(path, "{}");
		assertThat(finished.duplicates()).isEqualTo(new Duplicates(2, 4));
		assertThat(Files.readAllLines(finished.run().reports().resolve("duplicates.csv")))
			.extracting((line) -> line.replaceFirst("(.*SAME_[A-Z]+).*", "$1"))
			.containsExactly("line,first_line,duplicate,reason,reference,name,iban", "2,2,SAME_PAYEE",
					"2,2,SAME_REFERENCE", "3,3,SAME_REFERENCE", "4,2,SAME_PAYEE", "4,3,SAME_REFERENCE",
					"5,2,SAME_REFERENCE");
		assertThatItIsTheSameAgain(finished.run());
	}

	@Test
	void rowsThatWereNotTakenInYetGoByTheDefinitionOfNow() throws Exception {
		Path path = Files.writeString(this.folder.resolve("wide.txt"),
				"both " + FILES.incrementAndGet() + "   " + IBAN + "note\n");
		String fields = "routing: [{provider: scripted}]\ninput: {format: fixed-width, columns: {name: {start: 1, length: 8},"
				+ " iban: {start: %d, length: 22}%s}}";
		StopSignal stop = new StopSignal();
		stop.request("before it has begun");
		VerifyResult first = this.job.verify(command(path, fields.formatted(9, "")), watcher(), stop);
		assertThat(first).isInstanceOf(VerifyResult.Stopped.class);
		int start = Files.readString(path).indexOf("DE") + 1;
		VerifyResult second = this.job.verify(
				command(path, fields.formatted(start, ", note: {start: " + (start + 22) + ", length: 4}")), watcher(),
				new StopSignal());
		assertThat(second).isInstanceOfSatisfying(VerifyResult.Finished.class, (finished) -> {
			assertThat(finished.run().id()).isEqualTo(((VerifyResult.Stopped) first).run().id());
			assertThat(finished.run().header()).containsExactly("name", "iban", "note");
			assertThat(finished.run().reports().resolve("results.csv")).content().contains("name,iban,note,verdict");
		});
	}

	@Test
	void aDefinitionThatContradictsTheSettingsIsRefusedBeforeAnythingHappens() throws Exception {
		Path path = Files.writeString(this.folder.resolve("list.csv"),
				"name,iban\nnobody " + FILES.incrementAndGet() + "," + IBAN + "\n");
		long before = count("select count(*) from run");
		assertThat(this.job.verify(command(path, "recheck: {first-delay: 1h}"), watcher(), new StopSignal()))
			.isInstanceOfSatisfying(VerifyResult.Refused.class,
					(refused) -> assertThat(refused.why()).contains("jobs/files.yaml", "max-delay"));
		assertThat(count("select count(*) from run")).isEqualTo(before);
	}

	@Test
	void aRunKeepsTheDefinitionItBeganWith() throws Exception {
		STUB.answers((_, _) -> new Says(500, Map.of()));
		Path path = Files.writeString(this.folder.resolve("list.csv"),
				"name,iban\nboth " + FILES.incrementAndGet() + "," + IBAN + "\n");
		Run run = run(path, "{}").run();
		List<String> remarks = new ArrayList<>();
		VerifyCommand changed = command(path, "routing: [{provider: scripted}]\nreports: {files: none}");
		STUB.answers((_, _) -> Says.ok());
		VerifyResult result = this.job.verify(changed, new RunWatcher() {
			@Override
			public void remarks(String sentence) {
				remarks.add(sentence);
			}
		}, new StopSignal());
		assertThat(result).isInstanceOf(VerifyResult.Finished.class);
		assertThat(remarks).singleElement().asString().contains("was changed since this run began");
		assertThat(files(run)).containsKey("results.xlsx");
	}

	@Test
	void whatCannotBeWrittenAfterwardsIsSaid() throws Exception {
		Path path = Files.writeString(this.folder.resolve("list.csv"),
				"name;iban\nlate " + FILES.incrementAndGet() + ";" + IBAN + "\n");
		VerifyResult result = this.job.verify(command(path, "routing: [{provider: scripted}]\nreports: {files: none}"),
				watcher(), new StopSignal());
		Run run = ((VerifyResult.Finished) result).run();
		this.report.write(run, Set.of(ReportKind.SPLIT, ReportKind.STATUS));
		assertThat(this.report.remarks(run, Set.of(ReportKind.SPLIT, ReportKind.STATUS))).satisfiesExactly(
				(status) -> assertThat(status).startsWith("No pain.002").contains("read no payment file"),
				(split) -> assertThat(split).contains("has not kept its file", "CSV with commas"));
		assertThat(files(run)).containsKeys("payable.csv").doesNotContainKeys("pain.002.xml");
		assertThat(files(run).get("payable.csv")).startsWith("name,iban\n");
		assertThat(this.report.remarks(run, Set.of(ReportKind.PAGE))).isEmpty();
	}

	private VerifyResult.Finished run(Path path, String columns) throws UnreadableFile, BadDefinition {
		VerifyResult result = this.job.verify(
				command(path, "routing: [{provider: scripted}]\ninput: {columns: " + columns + "}"), watcher(),
				new StopSignal());
		assertThat(result).isInstanceOf(VerifyResult.Finished.class);
		return (VerifyResult.Finished) result;
	}

	private VerifyCommand command(Path path, String definition) throws UnreadableFile, BadDefinition {
		JobDefinition job = Definitions.read("files", definition, Set.of());
		return new VerifyCommand(PayeeFile.open(path, job.input()), job, this.folder.resolve("reports"), null, false,
				false);
	}

	private void assertThatItIsTheSameAgain(Run run) throws Exception {
		Map<String, String> before = files(run);
		for (String name : before.keySet()) {
			Files.delete(run.reports().resolve(name));
		}
		this.report.write(this.runs.find(run.id()).orElseThrow());
		assertThat(files(run)).isEqualTo(before);
	}

	private static Map<String, String> files(Run run) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> all = Files.list(run.reports())) {
			for (Path file : all.toList()) {
				files.put(file.getFileName().toString(),
						new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
			}
		}
		return files;
	}

	private static void fill(Row row, String... cells) {
		for (int i = 0; i < cells.length; i++) {
			row.createCell(i).setCellValue(cells[i]);
		}
	}

}
