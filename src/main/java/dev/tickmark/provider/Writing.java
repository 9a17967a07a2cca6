package dev.tickmark.provider;

import java.io.IOException;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
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

	}

}
