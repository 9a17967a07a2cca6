package dev.tickmark;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The application that stays: with the rooms that do by themselves what is due, and tell
 * of it. It stands apart so that the other commands do not start later for it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(Tickmark.class)
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@ComponentScan(basePackages = { "dev.tickmark.night", "dev.tickmark.notice" },
		excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class Serving {

}
