// Changes a page that is open into its next version, in place. Two versions are compared as they were sent, and only what differs
// between them is done to the page: so whatever a reader has opened, selected, typed or scrolled to, and whatever the page's own
// scripts have made of it, stays.

const RUN = new Set(["", "module", "text/javascript", "application/javascript"]); // types of scripts that browsers run
const MOST = 250_000; // comparisons that one list of children may cost

/** Turn `page` ({head, body, parts}: what was sent, and a map from its nodes to those of the document) into `next`, a document.
 *  Gives the elements that have changed, or null when the page has to be loaded anew: then nothing was touched. */
export function changed(page, next) {
  if (!page.body || ruling(page.head) !== ruling(next.head) || scripts(page.body) !== scripts(next.body)) return null;
  const work = { parts: page.parts, changes: [], touched: new Set() };
  const anchor = anchorInView();
  try {
    compare(work, page.body, next.body);
  } catch (lost) {
    if (lost === LOST) return null;
    throw lost;
  }
  for (const change of work.changes) change();
  for (const name of ["lang", "dir"]) document.documentElement[name] = next.documentElement[name];
  swapHead(page.head, next.head);
  page.head = next.head;
  page.body = next.body;
  hold(anchor);
  return [...work.touched].filter((element) => element.isConnected && element !== document.body);
}

const LOST = Symbol("a part of the page is no more where it was");

// What can't be exchanged in an open page: its policy, and the scripts that run.
const ruling = (head) =>
  [...head.querySelectorAll("meta[http-equiv], base, script, link[rel=modulepreload]")].map((one) => one.outerHTML).join("\n");
const scripts = (body) =>
  [...body.querySelectorAll("script")].filter((one) => RUN.has(one.type) && !one.src.includes("/_parley/")).map((one) => one.outerHTML).join("\n");

function swapHead(before, after) {
  const key = (one) => one.outerHTML;
  const [old, now] = [new Set([...before.children].map(key)), new Set([...after.children].map(key))];
  const gone = [...document.head.children].filter((one) => old.has(key(one)) && !now.has(key(one)));
  const come = [...after.children].filter((one) => !old.has(key(one))).map((one) => document.importNode(one, true));
  const sheets = come.filter((one) => one.matches("link[rel=stylesheet]"));
  document.head.append(...come);
  const drop = () => gone.forEach((one) => one.remove());
  if (sheets.length === 0) return drop();
  let waiting = sheets.length; // the page is never without its style
  for (const sheet of sheets) {
    for (const name of ["load", "error"]) sheet.addEventListener(name, () => --waiting === 0 && drop(), { once: true });
  }
}

function live(work, node) {
  const found = work.parts.get(node);
  if (!found?.isConnected) throw LOST;
  return found;
}

/** Note what has to be done to make `before` (as sent) into `after`. */
function compare(work, before, after) {
  const target = live(work, before);
  work.parts.set(after, target);
  if (before.nodeType !== Node.ELEMENT_NODE) {
    if (before.data !== after.data) {
      work.changes.push(() => (target.data = after.data));
      touch(work, target.parentElement);
    }
    return;
  }
  compareAttributes(work, before, after, target);
  if (!own(before)) compareChildren(work, before, after, target);
}

const own = (element) => element.localName === "script" && element.src.includes("/_parley/");

function compareAttributes(work, before, after, target) {
  for (const { name, value } of [...after.attributes]) {
    if (before.getAttribute(name) === value) continue;
    work.changes.push(() => target.setAttribute(name, value));
    if (!own(after)) touch(work, target);
  }
  for (const { name } of [...before.attributes]) {
    if (!after.hasAttribute(name)) work.changes.push(() => target.removeAttribute(name));
  }
}

function compareChildren(work, before, after, target) {
  const [old, now] = [[...before.childNodes], [...after.childNodes]];
  const matched = matches(old, now);
  const kept = new Set(matched.values());
  for (const child of old) {
    if (kept.has(child)) continue;
    const gone = live(work, child);
    work.changes.push(() => gone.remove());
    if (child.nodeType === Node.ELEMENT_NODE || child.data.trim()) touch(work, target);
  }
  let last = null; // the part of the page after which the next one comes
  for (const child of now) {
    const from = matched.get(child);
    if (from) {
      compare(work, from, child);
      last = live(work, from);
      continue;
    }
    const made = document.importNode(child, true);
    pair(work.parts, child, made);
    const [place, root] = [last, target];
    work.changes.push(() => {
      if (place) place.after(made);
      else root.prepend(made);
      asTheirLikes(made);
    });
    last = made;
    if (made.nodeType === Node.ELEMENT_NODE) touch(work, made);
    else if (made.data.trim()) touch(work, target);
  }
}

/** Which child of the next version each child continues, in order: equal ones first, then, between those, like ones. */
function matches(old, now) {
  const found = new Map();
  let [begin, oldEnd, nowEnd] = [0, old.length, now.length];
  while (begin < oldEnd && begin < nowEnd && old[begin].isEqualNode(now[begin])) found.set(now[begin], old[begin++]);
  while (oldEnd > begin && nowEnd > begin && old[oldEnd - 1].isEqualNode(now[nowEnd - 1])) found.set(now[--nowEnd], old[--oldEnd]);
  const [left, right] = [old.slice(begin, oldEnd), now.slice(begin, nowEnd)];
  const equal = inBoth(left.map(whole), right.map(whole));
  let [i, j] = [0, 0];
  for (const [a, b] of [...equal, [left.length, right.length]]) {
    const [some, others] = [left.slice(i, a), right.slice(j, b)];
    const named = inBoth(some.map(alike), others.map(alike));
    for (const [x, y] of named) found.set(others[y], some[x]);
    if (a < left.length) found.set(right[b], left[a]);
    [i, j] = [a + 1, b + 1];
  }
  return found;
}

const whole = (node) => node.outerHTML ?? `${node.nodeType} ${node.data}`;
const alike = (node) => (node.nodeType === Node.ELEMENT_NODE ? `${node.localName}#${node.id}${node.type ?? ""}` : `${node.nodeType}`);

/** The longest common subsequence of two lists, as pairs of places; for lists too long for it, what stands at the same place. */
function inBoth(one, other) {
  const [n, m] = [one.length, other.length];
  if (n * m > MOST) return one.flatMap((text, at) => (text === other[at] ? [[at, at]] : []));
  const best = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) best[i][j] = one[i] === other[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
  }
  const pairs = [];
  for (let [i, j] = [0, 0]; i < n && j < m; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (best[i + 1][j] >= best[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}

function pair(parts, one, other) {
  parts.set(one, other);
  const [ones, others] = [one.childNodes, other.childNodes];
  for (let at = 0; at < ones.length; at++) pair(parts, ones[at], others[at]);
}

// A script may have unhidden what is hidden as it is sent; then what comes new of the same kind is shown as well.
function asTheirLikes(made) {
  if (made.nodeType !== Node.ELEMENT_NODE) return;
  for (const one of [made, ...made.querySelectorAll("[hidden]")]) {
    if (!one.hidden || !one.className) continue;
    const likes = [...document.getElementsByClassName(one.className)].filter((like) => like.localName === one.localName && like !== one);
    if (likes.some((like) => !like.hidden)) one.hidden = false;
  }
}

const BLOCK = "p, li, dt, dd, tr, h1, h2, h3, h4, h5, h6, blockquote, figure, figcaption, pre, summary, svg, aside, section, article, div, main";

function touch(work, element) {
  const block = element?.closest(BLOCK);
  if (block) work.touched.add(block);
}

// What is read stays where it is, whatever grows or shrinks above it. Browsers do so by themselves, but not all of them.
function anchorInView() {
  const across = document.documentElement.clientWidth / 2;
  for (let down = 8; down < innerHeight && scrollY > 0; down += 24) {
    const found = document.elementFromPoint(across, down);
    if (found && found !== document.body && found !== document.documentElement && found.children.length === 0) {
      return { found, top: found.getBoundingClientRect().top };
    }
  }
  return null;
}

function hold(anchor) {
  if (!anchor?.found.isConnected) return;
  const moved = anchor.found.getBoundingClientRect().top - anchor.top;
  if (Math.abs(moved) > 0.5) scrollBy({ top: moved, behavior: "instant" });
}
