// Building the page from data. Text only ever becomes text nodes: nothing that came from outside is parsed as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element; props are attributes, `on` holds listeners, `data` holds data-* values. Children: nodes, text, arrays. */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === 'data') for (const [key, item] of Object.entries(value)) node.dataset[key] = item;
    else node.setAttribute(name === 'cls' ? 'class' : name, value === true ? '' : value);
  }
  node.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false && child !== ''));
  return node;
}

export const byId = id => document.getElementById(id);

/** Replaces what a node holds. */
export function set(node, ...children) {
  node.replaceChildren(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
}

/**
 * Makes the children of `box` those of `items`: a child stays as it is (focus, open details) while its item does.
 * After the first time, what is new or changed is shown as arrived.
 */
export function keyed(box, items, keyOf, render) {
  const known = box.known ?? new Map();
  const next = new Map();
  let before = null;
  for (const item of items) {
    const key = keyOf(item);
    const sign = JSON.stringify(item);
    let entry = known.get(key);
    if (!entry || entry.sign !== sign) {
      const node = render(item);
      if (box.known && known.size > 0) node.classList.add('arrived');
      if (entry) keepOpen(entry.node, node);
      entry?.node.replaceWith(node);
      entry = { sign, node };
    }
    next.set(key, entry);
    const place = before ? before.nextSibling : box.firstChild;
    if (entry.node !== place) box.insertBefore(entry.node, place);
    before = entry.node;
  }
  for (const [key, entry] of known) if (!next.has(key)) entry.node.remove();
  box.known = next;
}

function keepOpen(old, fresh) {
  const now = fresh.querySelectorAll('details');
  old.querySelectorAll('details').forEach((details, i) => {
    if (now[i]) now[i].open = details.open;
  });
}

/** A link out, only where the address is a web address; else the words alone. */
export function out(url, words) {
  let address = null;
  try {
    address = new URL(url);
  } catch {
    // not an address: shown as words
  }
  const web = address !== null && (address.protocol === 'https:' || address.protocol === 'http:');
  return web ? h('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, words) : h('span', {}, words);
}

/** The host of a web address without `www.`; the text itself when it is none. */
export function host(url) {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

/** Empty state: words when there is nothing, hidden otherwise. */
export function empty(node, isEmpty, words) {
  node.hidden = !isEmpty;
  if (isEmpty) node.textContent = words;
}
