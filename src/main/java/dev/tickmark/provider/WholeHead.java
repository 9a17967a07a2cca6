package dev.tickmark.provider;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Takes no head for an answer that was cut off: the parser itself is content with a
 * connection that ends where the next header should begin. Nor one that was there before
 * it was asked for: it is the answer to some other question. One is made for each
 * connection.
 */
final class WholeHead implements HttpMessageParser<ClassicHttpResponse> {

	private final HttpMessageParser<ClassicHttpResponse> parser;

	/** Whether the latest head was of an interim response, and another comes. */
	private boolean interim;

	/**
	 * Makes one.
	 * @param bounds of lines and headers
	 */
	WholeHead(Http1Config bounds) {
		this.parser = new DefaultHttpResponseParserFactory(bounds).create();
	}

	@Override
	public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream input) throws IOException, HttpException {
		if (buffer.length() > 0 && !this.interim) {
			throw new ProtocolException("There was an answer before the request was sent");
		}
		ClassicHttpResponse response = this.parser.parse(buffer, new Endless(input));
		this.interim = response.getCode() < HttpStatus.SC_OK;
		return response;
	}

	/** Whose end is a fault. */
	private static final class Endless extends FilterInputStream {

		Endless(InputStream input) {
			super(input);
		}

		@Override
		public int read() throws IOException {
			return more(super.read());
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			return more(super.read(bytes, offset, length));
		}

		private static int more(int read) throws IOException {
			if (read < 0) {
				throw new ConnectionClosedException("The connection ended before the head of an answer was complete");
			}
			return read;
		}

	}

}
