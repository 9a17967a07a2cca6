package dev.tickmark.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * What a tutorial shows, in a process of its own: one step with one thread that reads
 * lines, asks the provider about each, and writes what it answered to the database, in
 * chunks of 100. It has no journal, no limits, no second attempt, and after a crash it
 * asks again what it had not written.
 * <p>
 * It bears no annotation that a scan for components would find.
 */
@EnableBatchProcessing
@EnableJdbcJobRepository
class PlainStep {

	static final String NAME = "plain";

	/** What Spring's own client calls with where nothing else is there. */
	static final String JDK = "jdk";

	/** What Tickmark calls with. */
	static final String SAME = "same";

	/** The tutorials' own 3 or 10 would commit more often, and be slower. */
	private static final int CHUNK = 100;

	private static final String[] COLUMNS = { "reference", "type", "name", "country", "currency", "iban", "sort_code",
			"account_number" };

	/**
	 * Runs it.
	 * @param arguments the file, the provider's address, where its tokens come from, the
	 * client's id and secret, the database, its user and password, and which HTTP client
	 */
	public static void main(String[] arguments) throws Exception {
		LoggingSystem.get(PlainStep.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.registerBean(Arguments.class, () -> Arguments.of(List.of(arguments)));
			context.register(PlainStep.class);
			context.refresh();
			BatchStatus status = context.getBean(JobOperator.class)
				.start(context.getBean(Job.class),
						new JobParametersBuilder().addString("file", arguments[0]).toJobParameters())
				.getStatus();
			System.out.println(status);
			System.exit((status == BatchStatus.COMPLETED) ? 0 : 1);
		}
	}

	@Bean
	HikariDataSource dataSource(Arguments arguments) {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(arguments.database());
		dataSource.setUsername(arguments.user());
		dataSource.setPassword(arguments.password());
		return dataSource;
	}

	@Bean
	JdbcTransactionManager transactionManager(DataSource dataSource) {
		return new JdbcTransactionManager(dataSource);
	}

	@Bean
	Job job(JobRepository repository, Step step) {
		return new JobBuilder(NAME, repository).start(step).build();
	}

	@Bean
	Step step(JobRepository repository, PlatformTransactionManager transactionManager, FlatFileItemReader<Asked> reader,
			RestClient provider, JdbcBatchItemWriter<Answered> writer) {
		return new StepBuilder(NAME, repository).<Asked, Answered>chunk(CHUNK)
			.reader(reader)
			.processor((asked) -> ask(provider, asked))
			.writer(writer)
			.transactionManager(transactionManager)
			.build();
	}

	@Bean
	FlatFileItemReader<Asked> reader(Arguments arguments) {
		return new FlatFileItemReaderBuilder<Asked>().name("payees")
			.resource(new FileSystemResource(Path.of(arguments.file())))
			.linesToSkip(1)
			.delimited((columns) -> columns.names(COLUMNS))
			.fieldSetMapper((fields) -> new Asked(column(fields, "reference"), column(fields, "name"),
					column(fields, "sort_code").replace("-", "") + column(fields, "account_number")))
			.build();
	}

	@Bean
	RestClient provider(Arguments arguments) {
		LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("grant_type", "client_credentials");
		JsonNode token = Objects.requireNonNull(RestClient.create(arguments.tokens())
			.post()
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.headers((headers) -> headers.setBasicAuth(arguments.clientId(), arguments.secret()))
			.body(form)
			.retrieve()
			.body(JsonNode.class));
		return RestClient.builder()
			.requestFactory(arguments.client())
			.baseUrl(arguments.provider())
			.defaultHeaders((headers) -> headers.setBearerAuth(token.path("access_token").stringValue()))
			.build();
	}

	@Bean
	JdbcBatchItemWriter<Answered> writer(DataSource dataSource) {
		return new JdbcBatchItemWriterBuilder<Answered>().dataSource(dataSource)
			.sql("insert into answered values (?, ?, ?, ?)")
			.itemPreparedStatementSetter((answered, statement) -> {
				statement.setString(1, answered.reference());
				statement.setString(2, answered.id());
				statement.setString(3, answered.status());
				statement.setString(4, answered.nameCheck());
			})
			.build();
	}

	private static String column(FieldSet fields, String name) {
		return Objects.requireNonNull(fields.readString(name));
	}

	private static Answered ask(RestClient provider, Asked asked) {
		JsonNode answer = Objects.requireNonNull(provider.post()
			.uri("/v1.0/account-verifications")
			.contentType(MediaType.APPLICATION_JSON)
			.body(asked.question())
			.retrieve()
			.body(JsonNode.class));
		JsonNode result = answer.path("data").path("result");
		return new Answered(asked.reference(), result.path("id").asString(),
				result.path("account").path("status").asString(),
				result.path("account").path("nameCheckStatus").asString());
	}

	/** What it was started with. */
	record Arguments(String file, String provider, String tokens, String clientId, String secret, String database,
			String user, String password, String library) {

		static Arguments of(List<String> words) {
			return new Arguments(words.get(0), words.get(1), words.get(2), words.get(3), words.get(4), words.get(5),
					words.get(6), words.get(7), words.get(8));
		}

		ClientHttpRequestFactory client() {
			return this.library.equals(JDK) ? new JdkClientHttpRequestFactory()
					: new HttpComponentsClientHttpRequestFactory();
		}

	}

	/** A row. */
	record Asked(String reference, String name, String account) {

		Map<String, Object> question() {
			return Map.of("data", Map.of("verification", Map.of("types", List.of("NAME"), "account",
					Map.of("type", "BUSINESS", "idScheme", "SCAN", "name", ",,," + this.name, "id", this.account))));
		}

	}

	/** What was answered to it. */
	record Answered(String reference, String id, String status, String nameCheck) {

	}

}
