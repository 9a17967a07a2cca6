package dev.tickmark.verification;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

import dev.tickmark.ledger.LedgerAlone;
import dev.tickmark.provider.Lanes;

/**
 * An application that can forecast a run and nothing else: no job, and no database unless
 * there is one. It is to be started lazily; the settings are checked even so.
 */
@Import({ DryRun.class, RunDefinition.class, LaneMemory.class, LedgerAlone.class })
@ComponentScan(basePackageClasses = Lanes.class)
@EnableConfigurationProperties({ RecheckSettings.class, VerificationSettings.class })
public class DryRunAlone {

	@Bean
	static LazyInitializationExcludeFilter settingsAreChecked() {
		return LazyInitializationExcludeFilter.forBeanTypes(RecheckSettings.class, VerificationSettings.class);
	}

}
