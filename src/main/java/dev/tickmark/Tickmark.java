package dev.tickmark;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: everything in the rooms below. */
@SpringBootApplication
public class Tickmark {

}
