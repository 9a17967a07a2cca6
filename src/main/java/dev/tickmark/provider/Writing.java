package dev.tickmark.provider;

import java.io.IOException;
import java.net.ConnectException;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

import dev.tickmark.provider.Admission.Permit;

/**
 * Knows whether the writing of a request has begun, and tells its permit when it is done:
 * from then on the provider may see it any moment, and not before.
 */
final class Writing {

	private static final String KEY = Writing.class.getName();

	private final Permit permit;

	private volatile boolean begun;

	Writing(Permit permit) {
		this.permit = permit;
	}

	/** With what a request is executed, so that {@link Executor} finds this. */
	HttpClientContext context() {
		HttpClientContext context = HttpClientContext.create();
		context.setAttribute(KEY, this);
		return context;
	}

	/** Whether the provider may have seen any of it. */
	boolean begun() {
		return this.begun;
	}

	private static Writing of(HttpContext context) {
		return (Writing) context.getAttribute(KEY);
	}

	/** Exchanges a request for its response on a connection that stands. */
	static final class Executor extends HttpRequestExecutor {

		@Override
		public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
				@Nullable HttpResponseInformationCallback information, HttpContext context)
				throws IOException, HttpException {
			if (Method.CONNECT.isSame(request.getMethod())) {
				return tunnel(request, connection, information, context);
			}
			Writing writing = of(context);
			writing.begun = true;
			try {
				connection.sendRequestHeader(request);
				if (request.getEntity() != null) {
					connection.sendRequestEntity(request);
				}
				connection.flush();
			}
			finally {
				writing.permit.sent();
			}
			ClassicHttpResponse response = connection.receiveResponseHeader();
			while (response.getCode() < HttpStatus.SC_OK) {
				response = connection.receiveResponseHeader();
			}
			if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
				connection.receiveResponseEntity(response);
			}
			return response;
		}

		/** What a proxy says is no answer of the provider, who has seen nothing yet. */
		private ClassicHttpResponse tunnel(ClassicHttpRequest request, HttpClientConnection connection,
				@Nullable HttpResponseInformationCallback information, HttpContext context)
				throws IOException, HttpException {
			ClassicHttpResponse response = super.execute(request, connection, information, context);
			if (response.getCode() >= HttpStatus.SC_REDIRECTION) {
				throw new ConnectException("The proxy makes no connection: status " + response.getCode());
			}
			return response;
		}

	}

}
