package dev.tickmark;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import dev.tickmark.people.PeopleAlone;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The application that stays: with the rooms that do by themselves what is due and tell
 * of it, and the pages. It stands apart so that the other commands do not start later for
 * it: it alone lets Spring Boot look for all that might be of use.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
// the tables are brought up to date by what all commands share
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import(Tickmark.class)
@ComponentScan(
		basePackages = { "dev.tickmark.browse", "dev.tickmark.desk", "dev.tickmark.night", "dev.tickmark.notice",
				"dev.tickmark.people", "dev.tickmark.release", "dev.tickmark.watch", "dev.tickmark.web" },
		excludeFilters = { @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
				@Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PeopleAlone.class) })
public class Serving {

}
