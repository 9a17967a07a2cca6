package dev.tickmark.console;

import java.nio.file.Path;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Starts the application for a command. */
final class Application {

	private Application() {
	}

	/**
	 * Starts it.
	 * @param source the class that says what is in it
	 * @param settings Spring Boot's arguments
	 */
	static ConfigurableApplicationContext start(Class<?> source, String[] settings,
			ApplicationContextInitializer<?>... initializers) {
		return application(source, initializers).run(settings);
	}

	/** Starts it with nothing in it before it is asked for. */
	static ConfigurableApplicationContext startLazily(Class<?> source, String[] settings,
			ApplicationContextInitializer<?>... initializers) {
		SpringApplication application = application(source, initializers);
		application.setLazyInitialization(true);
		return application.run(settings);
	}

	/** Starts it with its web server. */
	static ConfigurableApplicationContext startServer(Class<?> source, String[] settings,
			ApplicationContextInitializer<?>... initializers) {
		SpringApplication application = application(source, initializers);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		return application.run(settings);
	}

	private static SpringApplication application(Class<?> source, ApplicationContextInitializer<?>... initializers) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		// the command decides what happens on Ctrl-C: a running job stops first, then the
		// context closes
		application.setRegisterShutdownHook(false);
		application.addInitializers(initializers);
		return application;
	}

	static Path home(Environment environment) {
		return Path.of(environment.getProperty("tickmark.home", "./.tickmark"));
	}

}
