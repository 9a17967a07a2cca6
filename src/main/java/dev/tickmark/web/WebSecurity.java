package dev.tickmark.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import dev.tickmark.people.KeyRing;
import dev.tickmark.ledger.people.People;

/**
 * Who is let in. Without a person or a key that is the sign-in page and whether the
 * process is well; what each may do is said where it is done.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class WebSecurity {

	/** Where one signs in. */
	static final String SIGN_IN = "/sign-in";

	/** Nothing from elsewhere, nothing written into a page, in nobody else's frame. */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
			+ " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
			+ " frame-ancestors 'none'";

	private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

	/** Programs: with a key, without a session, so that no site can use a person's. */
	@Bean
	@Order(1)
	SecurityFilterChain programs(HttpSecurity http, KeyRing keys) {
		http.securityMatcher("/api/**", "/actuator/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
				.permitAll()
				.requestMatchers("/actuator/**")
				.hasAuthority("SEE_RUNS")
				.anyRequest()
				.authenticated())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(new KeyFilter(keys), AnonymousAuthenticationFilter.class)
			.exceptionHandling((problems) -> problems.authenticationEntryPoint((_, response, _) -> {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
				response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
			}))
			.headers(WebSecurity::headers);
		return http.build();
	}

	/** People: with a session, and a token in each form. */
	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, PasswordSignIn passwords, People people, SignInEnds ends,
			ObjectProvider<ClientRegistrationRepository> elsewhere, OidcSignIn oidc) {
		http.authenticationProvider(passwords)
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(SIGN_IN, "/assets/**", "/webjars/htmx.org/**", "/error")
						.permitAll()
						.anyRequest()
						.authenticated())
			.formLogin((form) -> form.loginPage(SIGN_IN)
				.usernameParameter("login")
				.passwordParameter("password")
				.defaultSuccessUrl("/")
				.failureHandler(ends)
				.permitAll())
			.logout((logout) -> logout.logoutUrl("/sign-out").addLogoutHandler(ends).logoutSuccessUrl(SIGN_IN + "?out"))
			.addFilterBefore(new StillAllowed(people), AnonymousAuthenticationFilter.class)
			.exceptionHandling((problems) -> problems.accessDeniedHandler(new RefusedForms()))
			.headers(WebSecurity::headers);
		if (elsewhere.getIfAvailable() != null) {
			http.oauth2Login((login) -> login.loginPage(SIGN_IN)
				.userInfoEndpoint((user) -> user.oidcUserService(oidc))
				.successHandler(oidc.written())
				.failureHandler(ends)
				.permitAll());
		}
		return http.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy(PERMISSIONS_POLICY))
			.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
	}

}
