package studio.ctnr.engine.change;

import java.time.Instant;

/**
 * The last call that made something what it is.
 *
 * @param process the {@link CaptureProcess#id} of the process that made it
 * @param at when, to the millisecond
 */
public record Writing(int process, Instant at) {}
