package dev.tickmark.desk;

import java.time.Duration;

/**
 * How far a lane of a run has come.
 *
 * @param provider whom it leads to
 * @param total the number of its verifications
 * @param asked how many were asked at least once
 * @param settled how many are final
 * @param calls how many calls this process made for it
 * @param callsPerSecond since its lanes were opened
 * @param left how long it still takes
 * @param remark what keeps it waiting, and who shares it; empty when nothing does
 * @param pauses how often the provider asked to wait
 * @param outages how often it was found out of service
 */
public record LaneStand(String provider, long total, long asked, long settled, long calls, double callsPerSecond,
		Duration left, String remark, int pauses, int outages) {

}
