package dev.tickmark.report.workbook;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

import dev.tickmark.payee.Verdict;
import dev.tickmark.report.RunSummary;

/**
 * A bar for each verdict, as long as it has rows. The chart refers to the cells of the
 * table, and each bar bears its number.
 */
final class VerdictChart {

	private static final int WIDTH = 7;

	private static final int HEIGHT = 20;

	private VerdictChart() {
	}

	/**
	 * Draws the chart.
	 * @param first the row of the first verdict in the table, counted from 0
	 * @param at the row where the chart begins
	 */
	static void draw(XSSFSheet sheet, RunSummary run, int first, int at) {
		XSSFDrawing drawing = sheet.createDrawingPatriarch();
		XSSFChart chart = drawing.createChart(new XSSFClientAnchor(0, 0, 0, 0, 0, at, WIDTH, at + HEIGHT));
		chart.setTitleText("Rows by verdict");
		chart.setTitleOverlay(false);
		XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
		// the first verdict on top
		names.setOrientation(AxisOrientation.MAX_MIN);
		XDDFValueAxis numbers = chart.createValueAxis(AxisPosition.BOTTOM);
		numbers.setCrosses(AxisCrosses.MAX);
		numbers.setMinimum(0);
		numbers.setNumberFormat("#,##0");
		names.crossAxis(numbers);
		XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, numbers);
		bars.setBarDirection(BarDirection.BAR);
		bars.setVaryColors(false);
		bars.setGapWidth(40);
		bars.addSeries(categories(sheet, first), counts(sheet, run, first)).setTitle("Rows", null);
		for (Verdict verdict : Verdict.values()) {
			colour(bars, verdict);
		}
		chart.plot(bars);
		CTBarSer series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
		CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
		labels.addNewShowLegendKey().setVal(false);
		labels.addNewShowVal().setVal(true);
		labels.addNewShowCatName().setVal(false);
		labels.addNewShowSerName().setVal(false);
		labels.addNewShowPercent().setVal(false);
		labels.addNewShowBubbleSize().setVal(false);
	}

	private static XDDFCategoryDataSource categories(XSSFSheet sheet, int first) {
		Verdict[] verdicts = Verdict.values();
		String[] names = new String[verdicts.length];
		for (int i = 0; i < verdicts.length; i++) {
			names[i] = verdicts[i].name();
		}
		return XDDFDataSourcesFactory.fromArray(names, range(sheet, first, 0));
	}

	private static XDDFNumericalDataSource<Long> counts(XSSFSheet sheet, RunSummary run, int first) {
		Long[] counts = run.verdicts().values().toArray(Long[]::new);
		return XDDFDataSourcesFactory.fromArray(counts, range(sheet, first, 1));
	}

	private static String range(XSSFSheet sheet, int first, int column) {
		return new CellRangeAddress(first, first + Verdict.values().length - 1, column, column)
			.formatAsString(sheet.getSheetName(), true);
	}

	private static void colour(XDDFBarChartData bars, Verdict verdict) {
		XDDFShapeProperties shape = new XDDFShapeProperties();
		shape.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(VerdictColour.of(verdict).fillBytes())));
		bars.getSeries(0).getDataPoint(verdict.ordinal()).setShapeProperties(shape);
	}

}
