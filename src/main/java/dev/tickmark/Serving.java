package dev.tickmark;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The application that stays: with the room that does by itself what is due. It stands
 * apart so that the other commands do not start later for it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(Tickmark.class)
@ComponentScan(basePackages = { "dev.tickmark.night", "dev.tickmark.release" },
		excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class Serving {

}
