package dev.tickmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/** Chromium without a screen, as a person uses it. */
final class Browser implements AutoCloseable {

	private static final Path PICTURES = Path.of("target/screenshots");

	private final ChromeDriver driver;

	private final String address;

	Browser(String address, Path downloads) {
		this.address = address;
		ChromeOptions options = new ChromeOptions();
		options.setBinary("/usr/bin/chromium");
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--window-size=1280,1000");
		options.setExperimentalOption("prefs",
				Map.of("download.default_directory", downloads.toAbsolutePath().toString()));
		this.driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
					.build(),
				options);
	}

	Browser open(String path) {
		this.driver.get(this.address + path);
		return this;
	}

	Browser back() {
		this.driver.navigate().back();
		return this;
	}

	Browser signIn(String login, String password) {
		open("/sign-in").type("login", login).type("password", password).press("Sign in");
		return this;
	}

	Browser signOut() {
		return press("Sign out").sees("You are signed out.");
	}

	/** Types into the field of that name. */
	Browser type(String field, String text) {
		WebElement element = await(By.name(field));
		element.clear();
		element.sendKeys(text);
		return this;
	}

	/** Drops a text file where files are to be dropped, as from another window. */
	Browser drop(Path file) throws IOException {
		this.driver.executeScript(
				"""
						const files = new DataTransfer();
						files.items.add(new File([arguments[1]], arguments[2], {type: 'text/csv'}));
						for (const kind of ['dragenter', 'dragover', 'drop']) {
							arguments[0].dispatchEvent(new DragEvent(kind, {dataTransfer: files, bubbles: true, cancelable: true}));
						}""",
				await(By.className("drop")), Files.readString(file), file.getFileName().toString());
		return this;
	}

	/** Takes a value of the list of that name. */
	Browser take(String field, String value) {
		new Select(await(By.name(field))).selectByVisibleText(value);
		return this;
	}

	/** Chooses in the list that bears this label. */
	Browser choose(String label, String value) {
		String field = await(By.xpath("//label[normalize-space(.)='" + label + "']")).getAttribute("for");
		new Select(await(By.id(String.valueOf(field)))).selectByVisibleText(value);
		return this;
	}

	Browser tick(String value) {
		return click(By.cssSelector("input[type=checkbox][value='" + value + "']"));
	}

	Browser press(String button) {
		click(By.xpath("//button[normalize-space(.)='" + button
				+ "'] | //a[contains(@class,'button') and normalize-space(.)='" + button + "']"));
		return this;
	}

	Browser follow(String link) {
		click(By.xpath("//a[normalize-space(.)='" + link + "']"));
		return this;
	}

	Browser click(By what) {
		WebElement element = new WebDriverWait(this.driver, Patience.LONGEST)
			.until(ExpectedConditions.elementToBeClickable(what));
		this.driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
		element.click();
		return this;
	}

	/** Waits until the page says so. */
	Browser sees(String text) {
		new WebDriverWait(this.driver, Patience.LONGEST)
			// between two pages
			.ignoring(StaleElementReferenceException.class)
			.withMessage(() -> "the page does not say: " + text + "\nIt says: " + text())
			.until((_) -> says(text));
		return this;
	}

	private boolean says(String text) {
		try {
			return text().contains(text);
		}
		catch (WebDriverException ex) {
			// the driver has no class of its own for an element of the page before
			if (String.valueOf(ex.getMessage()).contains("does not belong to the document")) {
				return false;
			}
			throw ex;
		}
	}

	String text() {
		return this.driver.findElement(By.tagName("body")).getText();
	}

	String path() {
		return String.valueOf(this.driver.getCurrentUrl()).substring(this.address.length());
	}

	int count(String css) {
		return this.driver.findElements(By.cssSelector(css)).size();
	}

	/** From now on nothing comes from this path, whatever is asked of it. */
	Browser without(String path) {
		return blocked(List.of(Map.of("urlPattern", this.address + path, "block", true)));
	}

	/** Everything comes again. */
	Browser withAll() {
		return blocked(List.of());
	}

	private Browser blocked(List<Map<String, Object>> patterns) {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urlPatterns", patterns));
		return this;
	}

	/** Goes to something by the keyboard, and types there. */
	Browser at(String css, CharSequence... keys) {
		WebElement element = await(By.cssSelector(css));
		this.driver.executeScript("arguments[0].focus()", element);
		assertThat(element).as("what has the focus").isEqualTo(this.driver.switchTo().activeElement());
		element.sendKeys(keys);
		return this;
	}

	/** The id of what has the focus. */
	String focused() {
		return String.valueOf(script("return document.activeElement.id"));
	}

	/** Lets a script of ours run in the page. */
	@Nullable Object script(String script) {
		return this.driver.executeScript(script);
	}

	/** Waits until there is something like it, or nothing any more. */
	Browser has(String css, boolean there) {
		new WebDriverWait(this.driver, Patience.LONGEST).withMessage(() -> css + "\n" + text())
			.until((_) -> (count(css) > 0) == there);
		return this;
	}

	private WebElement await(By what) {
		return new WebDriverWait(this.driver, Patience.LONGEST)
			.until(ExpectedConditions.presenceOfElementLocated(what));
	}

	/** What the browser has complained about: a script that failed, a policy violated. */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get("browser")
			.getAll()
			.stream()
			.map((entry) -> entry.getLevel() + " " + entry.getMessage())
			.filter((line) -> line.startsWith("SEVERE"))
			.toList();
	}

	/**
	 * Pictures of the page: light, dark, and on a narrow screen, where nothing may stick
	 * out.
	 * @return by how many pixels the page is wider than the narrow screen
	 */
	long picture(String name) {
		Dimension before = this.driver.manage().window().getSize();
		take(name + "-light", 1280, "light");
		take(name + "-dark", 1280, "dark");
		long over = take(name + "-narrow", 400, "light");
		this.driver.manage().window().setSize(before);
		return over;
	}

	private long take(String name, int width, String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
		Object over = this.driver
			.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
		Object height = this.driver.executeScript("return Math.min(3000, document.documentElement.scrollHeight)");
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		try {
			Files.createDirectories(PICTURES);
			Files.write(PICTURES.resolve(name + ".png"), this.driver.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		return ((Number) over).longValue();
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
