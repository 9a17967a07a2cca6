package dev.tickmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What starts Tickmark by itself: the files of the folder jobs make sense to whom they
 * are for.
 */
class SupervisorsTests {

	private static final Path JOBS = Path.of("jobs");

	@Test
	void systemdUnderstandsTheUnits(@TempDir Path folder) throws Exception {
		Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "there is no systemd-analyze");
		List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
		try (Stream<Path> units = Files.list(JOBS.resolve("systemd"))) {
			for (Path unit : units.sorted().toList()) {
				// neither the program nor its user is on this machine
				Path copy = folder.resolve(unit.getFileName());
				Files.writeString(copy,
						Files.readString(unit)
							.replace("ExecStart=/opt/tickmark/tickmark", "ExecStart=/bin/true")
							.replace("User=tickmark", "User=root"));
				command.add(copy.toString());
			}
		}
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		assertThat(said.lines().filter((line) -> line.contains(folder.toString()))).isEmpty();
	}

	@Test
	void theUnitsPutTheExitCodesToUse() throws IOException {
		assertThat(Files.readAllLines(JOBS.resolve("systemd/tickmark-serve.service")))
			.contains("RestartForceExitStatus=1", "SuccessExitStatus=1", "RestartPreventExitStatus=2");
		assertThat(Files.readAllLines(JOBS.resolve("systemd/tickmark-verify.service"))).contains("SuccessExitStatus=3",
				"Restart=on-failure", "RestartPreventExitStatus=2");
	}

	@Test
	void theCronJobTriesAgainWhatHelpsAndNothingElse() throws IOException {
		Object rules = at(parts("kubernetes/cronjob.yaml").getFirst(), "spec", "jobTemplate", "spec",
				"podFailurePolicy", "rules");
		assertThat(rules).asInstanceOf(InstanceOfAssertFactories.LIST)
			.first()
			.isEqualTo(Map.of("action", "FailJob", "onExitCodes",
					Map.of("containerName", "tickmark", "operator", "In", "values", List.of(2, 3))));
		assertThat(at(parts("kubernetes/cronjob.yaml").getFirst(), "spec", "jobTemplate", "spec", "template", "spec",
				"restartPolicy"))
			.as("what a podFailurePolicy needs")
			.isEqualTo("Never");
	}

	@Test
	void theDeploymentAsksWhetherItIsWell() throws IOException {
		List<Map<String, Object>> parts = parts("kubernetes/deployment.yaml");
		assertThat(parts).extracting((part) -> part.get("kind")).containsExactly("Deployment", "Service");
		List<?> containers = (List<?>) at(parts.getFirst(), "spec", "template", "spec", "containers");
		Object container = containers.getFirst();
		assertThat(at(container, "livenessProbe", "httpGet", "path")).isEqualTo("/actuator/health/liveness");
		assertThat(at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/actuator/health/readiness");
		assertThat(at(container, "ports")).isEqualTo(List.of(Map.of("name", "http", "containerPort", 8080)));
	}

	@Test
	void podsAloneReadTheirSecretsAndGiveUpTheirVolumesFirst() throws IOException {
		Object deployment = at(parts("kubernetes/deployment.yaml").getFirst(), "spec");
		Object cronJob = at(parts("kubernetes/cronjob.yaml").getFirst(), "spec", "jobTemplate", "spec");
		for (Object pod : List.of(at(deployment, "template", "spec"), at(cronJob, "template", "spec"))) {
			assertThat(at(pod, "securityContext", "fsGroup")).as("whose group may read").isEqualTo(10001);
			assertThat((List<?>) at(pod, "volumes")).filteredOn((volume) -> ((Map<?, ?>) volume).containsKey("secret"))
				.singleElement()
				.extracting((volume) -> at(volume, "secret", "defaultMode"))
				.as("PemKey refuses a key that others may read")
				.isEqualTo(0440);
		}
		assertThat(at(deployment, "strategy", "type")).isEqualTo("Recreate");
	}

	@Test
	void theCrontabHasTwoLinesOfWhichEachIsWhole() throws IOException {
		assertThat(Files.readAllLines(JOBS.resolve("crontab")).stream().filter((line) -> !line.startsWith("#")))
			.hasSize(2)
			.allMatch((line) -> line.matches("(@reboot|([0-9*,-]+ ){5}) .*"))
			.noneMatch((line) -> line.matches(".*[^\\\\]%.*"));
	}

	@Test
	void theTimerAndItsServiceGoByOneClock() throws IOException {
		Matcher zone = Pattern.compile("OnCalendar=\\S+ \\S+ (\\S+)").matcher(timer());
		assertThat(zone.find()).isTrue();
		assertThat(verifyService()).contains("\nEnvironment=TZ=" + zone.group(1) + "\n");
	}

	@Test
	void whatFailsIsTriedForHalfAnHourAndTheTimersNextHourIsNotRefused() throws IOException {
		String service = verifyService();
		int starts = number(service, "StartLimitBurst=(\\d+)\n");
		int interval = number(service, "StartLimitIntervalSec=(\\d+)min\n");
		int pause = number(service, "\nRestartSec=(\\d+)\n");
		assertThat(starts * pause).isGreaterThanOrEqualTo(30 * 60);
		// each start takes its time as well: with 45 s of it, the limit is still reached
		assertThat(starts * (pause + 45)).isLessThanOrEqualTo(interval * 60);
		int late = number(timer(), "RandomizedDelaySec=(\\d+)\n");
		assertThat(interval * 60).isLessThan(60 * 60 - late);
	}

	@Test
	void aFolderThatIsNotThereIsNoReasonNotToStart() throws IOException {
		for (String unit : List.of("serve", "verify")) {
			assertThat(Files.readAllLines(JOBS.resolve("systemd/tickmark-" + unit + ".service")))
				.contains("ReadWritePaths=/var/lib/tickmark -/data");
		}
	}

	private static String timer() throws IOException {
		return Files.readString(JOBS.resolve("systemd/tickmark-verify.timer"));
	}

	private static String verifyService() throws IOException {
		return Files.readString(JOBS.resolve("systemd/tickmark-verify.service"));
	}

	private static int number(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return Integer.parseInt(matcher.group(1));
	}

	private static List<Map<String, Object>> parts(String name) throws IOException {
		List<Map<String, Object>> parts = new ArrayList<>();
		Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
		for (Object part : yaml.loadAll(Files.readString(JOBS.resolve(name)))) {
			Map<String, Object> keys = new LinkedHashMap<>();
			((Map<?, ?>) part).forEach((key, value) -> keys.put(String.valueOf(key), value));
			parts.add(keys);
		}
		return parts;
	}

	private static Object at(Object part, String... keys) {
		Object value = part;
		for (String key : keys) {
			value = ((Map<?, ?>) value).get(key);
			assertThat(value).as(key).isNotNull();
		}
		return value;
	}

}
