package dev.tickmark.provider;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the clients that speak HTTP: blocking ones, so that the thread that has the
 * permit is the one that writes. One that hands requests on to threads of its own keeps
 * calls lying about between the permit and the wire for as long as those are busy.
 */
final class HttpClients {

	/** Ends calls that take too long. */
	static final ScheduledThreadPoolExecutor TIMER = timer();

	/** More than a lane has threads, so that nobody waits for a connection. */
	private static final int MOST_CONNECTIONS = 2_000;

	private static final Http1Config BOUNDS = Http1Config.custom()
		.setMaxLineLength(16 * 1024)
		.setMaxHeaderCount(200)
		.build();

	/**
	 * Every connection is tried before it is used again, which takes a millisecond: the
	 * provider may have closed it right after its answer, and whether a call that was
	 * written to it arrived, nobody can tell.
	 */
	private static final TimeValue ALWAYS = TimeValue.ZERO_MILLISECONDS;

	/** What is idle for longer may have been dropped on the way without a word. */
	private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);

	private HttpClients() {
	}

	/**
	 * Makes one.
	 * @param timeout for a connection, and for each read
	 */
	static CloseableHttpClient of(Duration timeout) {
		Timeout bound = Timeout.of(timeout);
		return HttpClientBuilder.create()
			.setConnectionManager(connections(bound))
			.setRequestExecutor(new Writing.Executor())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(bound)
				.setResponseTimeout(bound)
				.setConnectionKeepAlive(LONGEST_IDLE)
				.setAuthenticationEnabled(false)
				.setProtocolUpgradeEnabled(false)
				.build())
			.setProxySelector(ProxySelector.getDefault())
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAuthCaching()
			.disableConnectionState()
			.disableContentCompression()
			.build();
	}

	private static HttpClientConnectionManager connections(Timeout bound) {
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnTotal(MOST_CONNECTIONS)
			.setMaxConnPerRoute(MOST_CONNECTIONS)
			.setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
				.responseParserFactory((_) -> new WholeHead(BOUNDS))
				.http1Config(BOUNDS)
				.build())
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(bound)
				.setSocketTimeout(bound)
				.setValidateAfterInactivity(ALWAYS)
				.build())
			.build();
	}

	private static ScheduledThreadPoolExecutor timer() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
				Thread.ofPlatform().daemon().name("call-timer").factory());
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

}
