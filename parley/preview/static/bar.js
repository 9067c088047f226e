// The bar of the preview: where this page is written, and which drafts there are. And the marks beside what is on the page, each of
// which opens the editor at its line: shown for what the pointer or the focus is on, and for all while Alt is held.

import { corner, element, link } from "/_parley/corner.js";

const MARK = 58; // pixels, the room that a mark takes
const DELAY = 350; // milliseconds that the pointer has to rest
let told = "";
let places = new Map(); // element of the page -> link
let owner = null;
let timer = 0;

/** Ask what there is to say of this page, and say it. */
export async function refresh() {
  try {
    const answer = await fetch(`/_parley/page?path=${encodeURIComponent(decodeURIComponent(location.pathname))}`);
    if (!answer.ok) return;
    const text = await answer.text();
    const page = JSON.parse(text);
    places = new Map(Object.entries(page.items).flatMap(([id, href]) => entry(document.getElementById(id), href)));
    if (text !== told) build(page);
    told = text;
  } catch {
    // the preview is away: what stands here stays
  }
}

// A heading stands for the section that it begins.
function entry(found, href) {
  if (!found) return [];
  const heading = found.closest("h1, h2, h3, h4, h5, h6");
  const section = heading?.closest("section, article, header");
  return [[section?.querySelector("h1, h2, h3, h4, h5, h6") === heading ? (section ?? found) : found, href]];
}

function build(page) {
  const bar = corner().querySelector(".bar");
  const open = bar.querySelector("details[open]")?.className;
  const inside = bar.getRootNode().activeElement;
  bar.replaceChildren();
  bar.hidden = !page.edit && page.drafts.length === 0 && places.size === 0;
  if (page.edit) bar.append(link("pill edit", "Edit", page.edit, "Open this page's file in the editor"));
  if (places.size) bar.append(fold("places", "Places", "What is written where", placeList));
  if (page.drafts.length) bar.append(fold("drafts", draftsCounted(page), "", () => draftList(page)));
  const again = open && bar.querySelector(`details.${open.split(" ")[0]}`);
  if (again) again.open = true;
  if (again && inside) again.querySelector("summary").focus({ preventScroll: true });
}

function draftsCounted({ drafts, hidden }) {
  const number = `${drafts.length} draft${drafts.length === 1 ? "" : "s"}`;
  return `${number} ${hidden ? "hidden" : "shown"}`;
}

function draftList({ drafts, hidden, other }) {
  const are = drafts.length === 1 ? "1 draft is" : `${drafts.length} drafts are`;
  const line = element("p", "line", hidden ? `${are} hidden here. ` : "Drafts are shown. ");
  if (other) line.append(link("way", hidden ? "Show them" : "Hide them", other));
  const list = element("ul", "list");
  for (const draft of drafts) {
    const item = element("li", "");
    item.append(link("", draft.title, draft.href));
    if (draft.edit) item.append(" ", link("small", "Edit", draft.edit, `Open "${draft.title}" in the editor`));
    list.append(item);
  }
  return [line, list];
}

function placeList() {
  const list = element("ul", "list");
  const inOrder = [...places].sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  for (const [one, href] of inOrder) {
    const item = element("li", "");
    item.append(link("", named(one), href));
    list.append(item);
  }
  return [element("p", "line", "Open in the editor (or hold Alt and choose on the page):"), list];
}

function named(one) {
  const heading = one.querySelector("h1, h2, h3, h4, summary, .title") ?? one;
  const text = heading.textContent.replace(/\s+/g, " ").replace(/#\s*$/, "").trim();
  return (text.length > 70 ? `${text.slice(0, 68)}…` : text) || one.id;
}

function fold(name, text, title, content) {
  const made = element("details", `${name} fold`);
  const summary = element("summary", "pill", text);
  if (title) summary.title = title;
  const box = element("div", "box");
  box.append(...content());
  made.append(summary, box);
  summary.addEventListener("click", () => box.replaceChildren(...content())); // names may have changed since
  made.addEventListener("toggle", () => {
    if (made.open) for (const other of made.parentElement.querySelectorAll("details")) if (other !== made) other.open = false;
  });
  made.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    made.open = false;
    summary.focus();
  });
  return made;
}

// Marks beside the items of the page.

function itemAt(target) {
  for (let one = target; one instanceof Element; one = one.parentElement) if (places.has(one)) return one;
  return null;
}

function mark(one) {
  const box = one.getBoundingClientRect();
  const made = link("mark", "Edit", places.get(one), `Open in the editor: ${named(one)}`);
  made.tabIndex = -1; // by keyboard the same are reached in the bar
  const most = document.documentElement.clientWidth - MARK;
  made.style.setProperty("inset-block-start", `${Math.max(box.top + 2, 2)}px`);
  made.style.setProperty("left", `${Math.max(4, Math.min(box.right + (box.width < most / 2 ? 8 : -MARK), most))}px`);
  return made;
}

const marks = () => corner().querySelector(".marks");

function point(one) {
  if (one === owner) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    owner = one;
    marks().replaceChildren(...(one && one.isConnected ? [mark(one)] : []));
  }, one ? DELAY : 1000);
}

function clear() {
  clearTimeout(timer);
  owner = null;
  marks().replaceChildren();
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch" || event.altKey || places.size === 0) return;
  if (event.composedPath()[0].closest?.(".mark")) return clearTimeout(timer);
  point(itemAt(event.target));
});
document.addEventListener("focusin", (event) => event.target.matches?.(":focus-visible") && places.size && point(itemAt(event.target)));
document.addEventListener("scroll", () => owner && clear(), { passive: true });
addEventListener("keydown", (event) => {
  if (event.key !== "Alt" || event.repeat || places.size === 0) return;
  const inView = [...places.keys()].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.height && box.bottom > 0 && box.top < innerHeight;
  });
  clear();
  const taken = [];
  for (const made of inView.map(mark)) {
    let down = parseFloat(made.style.insetBlockStart);
    while (taken.some((other) => Math.abs(other - down) < 26)) down += 26; // a section and its first item begin together
    taken.push(down);
    made.style.setProperty("inset-block-start", `${down}px`);
    marks().append(made);
  }
});
addEventListener("keyup", (event) => event.key === "Alt" && clear());
addEventListener("blur", () => clear());
