/** Bars in groups: one group a label, one bar a series. */
export interface BarChart {
  title: string;
  labels: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
  /** Such as `de_DE`, for the numbers. */
  locale: string;
}

/** Draws a chart as a PNG. */
export type DrawChart = (chart: BarChart) => Promise<Buffer>;
