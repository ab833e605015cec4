import type { SKRSContext2D } from '@napi-rs/canvas';
import type { BarChart } from '../ports/chart.ts';
import { fontFamily, loadCanvas } from './load-canvas.ts';

/** Twice the size it is shown at, so that it is sharp on every screen. */
const scale = 2;
const width = 640;
const height = 360;

/** Told apart also by people who see no red and green: they differ in lightness. */
const colors = ['#1f5fbf', '#3fae6a', '#e3b04b'];
const ink = '#2f3437';
const faint = '#e3e6e8';

/**
 * Draws bars as a PNG. The libraries are loaded when the first chart is asked for, since most starts need none; the
 * font comes along, so that no system font is needed.
 */
export async function drawBarChart({ title, labels, series, locale }: BarChart): Promise<Buffer> {
  const createCanvas = await loadCanvas();
  const { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Title } = await import('chart.js');
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Title);

  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const font = { family: fontFamily, size: 13 };
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, index) => ({
        label: name,
        data: [...values],
        backgroundColor: colors[index % colors.length] ?? ink,
        borderRadius: 2,
      })),
    },
    options: {
      responsive: false,
      animation: false,
      devicePixelRatio: scale,
      locale: locale.replace('_', '-'),
      color: ink,
      font,
      layout: { padding: 20 },
      plugins: {
        title: { display: true, text: title, color: ink, font: { ...font, size: 18 }, padding: { bottom: 16 } },
        legend: { position: 'bottom', labels: { color: ink, font, boxWidth: 14, boxHeight: 14, padding: 18 } },
      },
      scales: {
        x: { grid: { display: false }, ticks: { color: ink, font, maxRotation: 0, autoSkipPadding: 14 } },
        y: {
          beginAtZero: true,
          suggestedMax: 4,
          grid: { color: faint },
          border: { display: false },
          // People are counted in whole numbers.
          ticks: { color: ink, font, precision: 0 },
        },
      },
    },
    plugins: [
      {
        id: 'paper',
        beforeDraw: () => {
          paintPaper(context);
        },
      },
    ],
  });
  try {
    return await canvas.encode('png');
  } finally {
    chart.destroy();
  }
}

/** A picture without a ground is unreadable in a dark theme. */
function paintPaper(context: SKRSContext2D): void {
  context.save();
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.restore();
}
