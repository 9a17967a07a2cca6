package dev.tickmark.night;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** A file of an inbox as it was seen at some moment. */
record Seen(Path path, long size, FileTime modified) {

}
