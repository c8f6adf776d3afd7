/** How many runs began in each hour, well and badly, by uPlot. */
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { DataOf } from '../ask.ts';

type Stat = NonNullable<NonNullable<DataOf<'RunStats'>['runStats']>['nodes']>[number];

const HOUR_SECONDS = 3_600;
const HEIGHT = 180;
const BAD = new Set(['FAILED', 'DEAD', 'CANCELLED']);

/** Drawn anew where the numbers or the width change. */
export function HoursChart({ stats, since }: { stats: readonly Stat[]; since: string }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<uPlot | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = new uPlot(optionsOf(element), countHours(stats, since), element);
    drawn.current = chart;
    const watch = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: HEIGHT }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [stats, since]);
  const total = stats.reduce((sum, { count }) => sum + count, 0);
  const bad = stats.reduce((sum, { count, status }) => sum + (BAD.has(status) ? count : 0), 0);
  return (
    <figure className="chart">
      <div
        ref={place}
        role="img"
        aria-label={`Runs of the last two days by the hour: ${total}, of which ${bad} failed`}
      />
      <figcaption>
        <span className="key good" /> well, {total - bad} <span className="key bad" /> failed or cancelled, {bad}
      </figcaption>
    </figure>
  );
}

function optionsOf(element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const bars = uPlot.paths.bars?.({ size: [0.7, 24] });
  const axis = { stroke: style.color, grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } };
  const series = (label: string, fill: string) => ({
    ...{ label, fill, stroke: fill, width: 0, points: { show: false } },
    ...(bars && { paths: bars }),
  });
  return {
    ...{ width: element.clientWidth, height: HEIGHT, legend: { show: false }, cursor: { show: false } },
    axes: [axis, { ...axis, size: 40, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] }],
    scales: { y: { range: (_chart, _min, max) => [0, Math.max(max ?? 0, 1)] } },
    // The failed ones lie over all of them: what stays to be seen of those went well.
    series: [{}, series('all', colour('--good')), series('failed', colour('--bad'))],
  };
}

function countHours(stats: readonly Stat[], since: string): uPlot.AlignedData {
  const start = Date.parse(since) / 1_000;
  const hours = Math.floor((Date.now() / 1_000 - start) / HOUR_SECONDS) + 1;
  const all = new Array<number>(hours).fill(0);
  const bad = new Array<number>(hours).fill(0);
  for (const { hour, count, status } of stats) {
    const index = Math.round((Date.parse(hour) / 1_000 - start) / HOUR_SECONDS);
    if (index < 0 || index >= hours) continue;
    all[index] = (all[index] ?? 0) + count;
    if (BAD.has(status)) bad[index] = (bad[index] ?? 0) + count;
  }
  return [all.map((_, index) => start + index * HOUR_SECONDS), all, bad];
}
