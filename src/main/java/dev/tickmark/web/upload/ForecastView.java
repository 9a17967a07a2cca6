package dev.tickmark.web.upload;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tickmark.desk.Forecast;
import dev.tickmark.ledger.Run;
import dev.tickmark.ledger.RunState;
import dev.tickmark.verification.LanePlan;
import dev.tickmark.verification.Plan;
import dev.tickmark.verification.Rejection;
import dev.tickmark.web.Spans;

/**
 * What is shown of a forecast.
 *
 * @param refused why there is none; null when there is one
 * @param later why there is none yet; null when there is one
 * @param sentences what it comes to, a sentence each
 * @param lanes the lanes, and all of them together last
 * @param rejections rows that would be rejected, the first of them
 * @param more how many more there are
 * @param known the number of the run that this content has; null when it has none
 */
record ForecastView(@Nullable String refused, @Nullable String later, List<String> sentences, List<LaneLine> lanes,
		List<Rejection> rejections, long more, @Nullable Long known, boolean complete, List<String> remarks) {

	static ForecastView of(Forecast forecast) {
		return switch (forecast) {
			case Forecast.Refused refused ->
				new ForecastView(refused.why(), null, List.of(), List.of(), List.of(), 0, null, false, List.of());
			case Forecast.Later later ->
				new ForecastView(null, later.why(), List.of(), List.of(), List.of(), 0, null, false, List.of());
			case Forecast.Made made -> of(made.plan(), made.remarks());
		};
	}

	private static ForecastView of(Plan plan, List<String> remarks) {
		Run known = plan.known();
		return new ForecastView(null, null, sentences(plan), lanes(plan), plan.rejections(),
				plan.rejected() - plan.rejections().size(), (known != null) ? known.id() : null,
				known != null && known.state() == RunState.COMPLETE, remarks);
	}

	private static List<String> sentences(Plan plan) {
		String rows = String.format(Locale.ROOT, "%,d rows: %,d to be asked about, %,d rejected without a call.",
				plan.rows(), plan.rowsAsked(), plan.rejected());
		String noHistory = plan.noHistory();
		if (plan.fallbacks() > 0) {
			return List.of(rows, String.format(Locale.ROOT,
					"Up to %,d rows may be asked of another provider, if the first is unable to check them: that is neither"
							+ " forecast nor priced.",
					plan.fallbacks()));
		}
		return (noHistory != null) ? List.of(rows, "Forecast without history: " + noHistory) : List.of(rows);
	}

	private static List<LaneLine> lanes(Plan plan) {
		Instant start = plan.start();
		boolean known = plan.lanes().stream().allMatch((lane) -> lane.history() > 0);
		List<LaneLine> lanes = new ArrayList<>(plan.lanes().stream().map((lane) -> LaneLine.of(lane, start)).toList());
		if (lanes.size() > 1) {
			lanes.add(new LaneLine("all", plan.rowsAsked(), plan.verifications(), calls(plan.calls(), known),
					price(plan.price()), Spans.text(plan.time()), start.plus(plan.time()), 0, 0));
		}
		return lanes;
	}

	private static String calls(long calls, boolean known) {
		return String.format(Locale.ROOT, known ? "about %,d" : "at least %,d", calls);
	}

	private static String price(@Nullable BigDecimal price) {
		return (price != null) ? String.format(Locale.ROOT, "%,.2f", price) : "not set";
	}

	/**
	 * A lane of the forecast.
	 *
	 * @param reused how many verifications another run has answered
	 * @param left how many rows would stay open
	 */
	record LaneLine(String provider, long rows, long verifications, String calls, String price, String time,
			Instant doneBy, long reused, long left) {

		private static LaneLine of(LanePlan lane, Instant start) {
			Duration time = lane.time();
			return new LaneLine(lane.provider().value(), lane.rows(), lane.verifications(),
					ForecastView.calls(lane.calls(), lane.history() > 0), ForecastView.price(lane.price()),
					Spans.text(time), start.plus(time), lane.reused(), lane.rowsLeft());
		}

	}

}
