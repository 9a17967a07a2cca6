package dev.tickmark.desk;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What people may bring.
 *
 * @param maxSize the largest file
 * @param keep for how long a file is kept with which nothing is done
 */
@ConfigurationProperties(prefix = "tickmark.uploads", ignoreUnknownFields = false)
public record UploadSettings(@DefaultValue("100MB") DataSize maxSize, @DefaultValue("7d") Duration keep) {

	private static final DataSize MOST = DataSize.ofGigabytes(10);

	public UploadSettings {
		if (maxSize.toBytes() < 1 || maxSize.compareTo(MOST) > 0) {
			throw new IllegalArgumentException("max-size: must be more than nothing and at most 10GB, was " + maxSize);
		}
		if (keep.compareTo(Duration.ofMinutes(1)) < 0) {
			throw new IllegalArgumentException("keep: must be at least 1m, was " + keep);
		}
	}

	/** The largest size in words. */
	public String largest() {
		long bytes = this.maxSize.toBytes();
		return (bytes % (1 << 20) == 0) ? (bytes >> 20) + " MB" : bytes + " bytes";
	}

}
