package dev.tickmark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class GcLogTests {

	@Test
	void theMostBeforeAndAfterACollectionIsFound(@TempDir Path folder) throws IOException {
		Path log = Files.writeString(folder.resolve("gc.log"), """
				[0.006s][info][gc] Using G1
				[0.503s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->4M(256M) 3.303ms
				[0.903s][info][gc] GC(1) Pause Young (Concurrent Start) (Metadata GC Threshold) 91M->40M(256M) 3.303ms
				[0.910s][info][gc] GC(2) Concurrent Mark Cycle 7.012ms
				[1.303s][info][gc] GC(3) Pause Young (Mixed) (G1 Evacuation Pause) 120M->12M(512M) 3.303ms
				""");
		assertThat(GcLog.read(log)).isEqualTo(new GcLog(120, 40, 3));
	}

}
