// Small charts without interaction: the weekly line of a table row, the days around an alert, a share.

import { s } from './dom.js';
import { addDays, day, number } from './words.js';

/** Sums of seven days, the last of them ending with the last day; a part of a week at the start is left out. */
function weeks(days) {
  const sums = [];
  for (let end = days.length; end >= 7; end -= 7) sums.unshift(days.slice(end - 7, end).reduce((a, b) => a + b, 0));
  return sums;
}

/** Weekly bars of the recent days of a series. */
export function spark(days) {
  const sums = weeks(days);
  const top = Math.max(1, ...sums);
  const step = 128 / Math.max(1, sums.length);
  const bars = sums.map((sum, i) => {
    const height = sum === 0 ? 0 : Math.max(1.5, (sum / top) * 26);
    return s('rect', { x: i * step + 1, y: 27 - height, width: Math.max(1, step - 2), height, rx: 1, cls: i === sums.length - 1 ? 'last' : null });
  });
  const words = `Weekly counts of ${sums.length} weeks: last ${number(sums.at(-1) ?? 0)}, highest ${number(top === 1 ? Math.max(0, ...sums) : top)}`;
  return s('svg', { viewBox: '0 0 128 28', cls: 'spark', role: 'img', 'aria-label': words }, s('title', {}, words),
    s('line', { x1: 0, x2: 128, y1: 27.5, y2: 27.5, cls: 'floor' }), bars);
}

const inEpisode = (alert, date) => date >= alert.day && date <= alert.lastDay;

/** Whether the alert's figures are those of one day: a week's would not fit a chart of days. */
export function daily(alert) {
  const inside = alert.around.counts.filter((_, i) => inEpisode(alert, addDays(alert.around.from, i)));
  return alert.upper > 0 && Math.max(0, ...inside) >= alert.observed / 2;
}

/** The days before and through an episode, over the range in which a usual day lies. */
export function alertChart(alert, hot) {
  const { from, counts } = alert.around;
  const [width, height, left, foot] = [420, 132, 30, 18];
  const perDay = daily(alert);
  const top = Math.max(1, ...counts, perDay ? alert.upper : 0) * 1.08;
  const y = value => 6 + (height - foot - 6) * (1 - Math.min(value, top) / top);
  const step = (width - left) / counts.length;
  const bars = counts.map((count, i) => s('rect', {
    x: left + i * step + step * 0.12, y: y(count), width: Math.max(0.8, step * 0.76), height: Math.max(0, y(0) - y(count)),
    cls: inEpisode(alert, addDays(from, i)) ? `bar ${hot}` : 'bar',
  }));
  const band = perDay
    ? [s('rect', { x: left, width: width - left, y: y(alert.upper), height: Math.max(1, y(alert.lower) - y(alert.upper)), cls: 'band' }),
      s('line', { x1: left, x2: width, y1: y(alert.expected), y2: y(alert.expected), cls: 'expected' })]
    : [];
  const peak = Math.max(0, ...counts);
  const words = `Daily counts from ${day(from)}: highest ${number(peak)}, ${number(alert.expected)} expected`;
  return s('svg', { viewBox: `0 0 ${width} ${height}`, cls: 'chart', role: 'img', 'aria-label': words }, s('title', {}, words),
    band, bars, s('line', { x1: left, x2: width, y1: y(0), y2: y(0), cls: 'floor' }),
    s('text', { x: left - 5, y: y(peak) + 4, 'text-anchor': 'end' }, number(peak)),
    s('text', { x: left - 5, y: y(0), 'text-anchor': 'end' }, '0'),
    s('text', { x: left, y: height - 4 }, day(from)),
    s('text', { x: width, y: height - 4, 'text-anchor': 'end' }, day(addDays(from, counts.length - 1))));
}

/** A share of a whole as a line. */
export function meter(part, whole) {
  return s('svg', { viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('rect', { width: whole === 0 ? 0 : Math.max(1, (part / whole) * 100), height: 4 }));
}
