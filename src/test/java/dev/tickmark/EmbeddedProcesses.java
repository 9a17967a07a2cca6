package dev.tickmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The processes of a workplace's embedded server, to be killed. */
record EmbeddedProcesses(Path data) {

	/** The first of them, which all others belong to; empty when none is alive. */
	Optional<ProcessHandle> first() {
		try {
			String pid = Files.readAllLines(this.data.resolve("postmaster.pid")).getFirst().strip();
			return ProcessHandle.of(Long.parseLong(pid)).filter(this::isServer);
		}
		catch (IOException | RuntimeException _) {
			// not there, or being written
			return Optional.empty();
		}
	}

	/** Any one of the others, or the first where there is none. */
	Optional<ProcessHandle> any(RandomGenerator random) {
		return first().map((first) -> {
			List<ProcessHandle> others = first.children().toList();
			return others.isEmpty() ? first : others.get(random.nextInt(others.size()));
		});
	}

	/**
	 * The number may be anybody's by now: only a server in this folder is ours to kill.
	 */
	private boolean isServer(ProcessHandle process) {
		Path proc = Path.of("/proc", Long.toString(process.pid()));
		try {
			return process.isAlive() && Files.readString(proc.resolve("comm")).strip().equals("postgres")
					&& Files.isSameFile(proc.resolve("cwd"), this.data);
		}
		catch (IOException _) {
			return false;
		}
	}

}
