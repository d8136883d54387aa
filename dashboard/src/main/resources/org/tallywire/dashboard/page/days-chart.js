// The daily bars of one series: move over it, or focus it and use the arrow keys, to choose a day.

import { h, s } from './dom.js';
import { addDays, day, MILLIS_OF_DAY, month, number } from './words.js';

const [HEIGHT, LEFT, TOP, FOOT] = [260, 38, 10, 24];
const index = (from, iso) => Math.round((Date.parse(iso) - Date.parse(from)) / MILLIS_OF_DAY);

/** Counts of every day in [from, to], 0 where there is no cell. */
export function dense(days, from, to) {
  const counts = new Array(index(from, to) + 1).fill(0);
  for (const row of days) {
    const i = index(from, row.day);
    if (i >= 0 && i < counts.length) counts[i] = row.count;
  }
  return counts;
}

/** Mean of each day and the six before it; `before` are the six before the first. */
function means(counts, before) {
  const all = [...before, ...counts];
  return counts.map((_, i) => all.slice(i, i + 7).reduce((a, b) => a + b, 0) / 7);
}

function scale(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const step = [1, 2, 5, 10].map(n => (n * power) / 2).find(n => n * 4 >= most && (n >= 1)) ?? power * 5;
  return { step, top: Math.max(step, Math.ceil(most / step) * step) };
}

/** A chart of the width given; `picked` is called with the day chosen. Returns the element, with `pick(day)`. */
export function daysChart({ counts, before, from, hot, width, picked, chosen }) {
  const { step, top } = scale(Math.max(1, ...counts));
  const y = value => TOP + (HEIGHT - TOP - FOOT) * (1 - value / top);
  const wide = (width - LEFT) / counts.length;
  const x = i => LEFT + i * wide;
  const bars = counts.map((count, i) => s('rect', {
    x: x(i) + wide * 0.1, width: Math.max(0.6, wide * 0.8), y: y(count), height: y(0) - y(count), cls: hot(addDays(from, i)) ? 'bar hot' : 'bar',
  }));
  const mean = means(counts, before).map((value, i) => `${i === 0 ? 'M' : 'L'}${(x(i) + wide / 2).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const pick = s('rect', { cls: 'pick', y: TOP, height: HEIGHT - TOP - FOOT, width: Math.max(3, wide), x: -99 });
  const chart = s('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, cls: 'chart', 'aria-hidden': 'true' },
    lines(step, top, width, y), pick, bars, counts.length > 20 ? s('path', { d: mean, cls: 'mean' }) : null, monthMarks(counts, from, wide, x));
  let at = -1;
  const choose = i => {
    bars[at]?.classList.remove('picked');
    at = Math.max(0, Math.min(counts.length - 1, i));
    bars[at].classList.add('picked');
    pick.setAttribute('x', x(at) - Math.max(0, (3 - wide) / 2));
    const date = addDays(from, at);
    plot.setAttribute('aria-valuenow', at);
    plot.setAttribute('aria-valuetext', `${day(date)}: ${number(counts[at])}`);
    picked(date, counts[at]);
  };
  const pointed = event => choose(Math.floor((event.clientX - chart.getBoundingClientRect().left - LEFT) / wide));
  const plot = h('div', {
    cls: 'plot', tabindex: 0, role: 'slider', 'aria-label': 'Day', 'aria-valuemin': 0, 'aria-valuemax': counts.length - 1,
    on: { pointermove: event => event.pointerType === 'mouse' && pointed(event), pointerdown: pointed, keydown: event => key(event, at, choose, counts.length) },
  }, chart);
  choose(chosen ? index(from, chosen) : counts.length - 1);
  return plot;
}

function key(event, at, choose, length) {
  const moves = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at + 7, ArrowDown: at - 7, PageUp: at + 28, PageDown: at - 28, Home: 0, End: length - 1 };
  if (event.key in moves) {
    event.preventDefault();
    choose(moves[event.key]);
  }
}

function lines(step, top, width, y) {
  const marks = [];
  for (let value = 0; value <= top; value += step) {
    marks.push(s('line', { x1: LEFT, x2: width, y1: y(value), y2: y(value), cls: value === 0 ? 'floor' : 'grid' }),
      s('text', { x: LEFT - 7, y: y(value) + 4, 'text-anchor': 'end' }, number(value)));
  }
  return marks;
}

function monthMarks(counts, from, wide, x) {
  const every = wide * 30 < 44 ? 3 : 1;
  const marks = [];
  for (let i = 0; i < counts.length; i++) {
    const date = addDays(from, i);
    const of = Number(date.slice(5, 7)) - 1;
    if (!date.endsWith('-01') || of % every !== 0 || x(i) > x(counts.length) - 30) continue;
    marks.push(s('text', { x: x(i), y: HEIGHT - 7 }, of === 0 ? date.slice(0, 4) : month(date)),
      s('line', { x1: x(i), x2: x(i), y1: HEIGHT - FOOT, y2: HEIGHT - FOOT + 4, cls: 'floor' }));
  }
  return marks;
}
