// A card beside a link to an actor, or to a term of the glossary, for a reader who rests on it with the pointer or comes
// to it by keyboard. An actor's card is what the actor's own page marks with data-card. Not for touch: a tap follows the
// link. The card is closed by Escape and by leaving link and card, stays open otherwise, and never covers its link
// (WCAG 2.2, 1.4.13); it appears at once, without motion.
const DELAY = 300; // milliseconds, before it opens and before it closes
const ACTOR = /\/actors\/[^/]+\/$/;
const card = document.createElement("div");
const fetched = new Map(); // address of a page -> a promise of its marked parts
let owner; // the link whose card is open
let wanted; // the link that the reader is on
let timer;

function previewed(target) {
  const link = target.closest("a[href]");
  if (!link || link.origin !== location.origin) return undefined;
  if (link.matches(".term")) return link;
  return ACTOR.test(link.pathname) && !link.hash && link.pathname !== location.pathname ? link : undefined;
}

// The entry of a term, in a list of its own.
function meaning(link) {
  const entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!entry) return [];
  const list = document.createElement("dl");
  list.className = "glossary";
  list.append(entry.parentElement.cloneNode(true));
  return [list];
}

// The marked parts of another page, with addresses that hold on this one.
async function marked(address) {
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = [...page.querySelectorAll("[data-card]")];
  for (const link of page.querySelectorAll("[data-card] a")) link.href = new URL(link.getAttribute("href"), answer.url);
  return parts;
}

async function content(link) {
  if (link.matches(".term")) return meaning(link);
  const { href } = link;
  if (!fetched.has(href)) fetched.set(href, marked(href));
  try {
    return (await fetched.get(href)).map((part) => document.importNode(part, true));
  } catch {
    fetched.delete(href); // the network may be back next time
    return [];
  }
}

function close() {
  clearTimeout(timer);
  timer = 0;
  if (!owner) return;
  if (card.matches(":focus-within")) owner.focus();
  card.hidePopover();
  owner = undefined;
}

async function open(link) {
  const asked = timer;
  const parts = await content(link);
  if (timer !== asked || !parts.length || !link.isConnected) return; // the reader has moved on
  close();
  card.replaceChildren(...parts);
  for (const part of card.querySelectorAll("[id]")) part.removeAttribute("id");
  for (const list of card.querySelectorAll("dl:not([class])")) list.className = "facts";
  document.body.append(card);
  card.showPopover({ source: link }); // so that Tab leads from the link into its card
  owner = link;
  place(link.getBoundingClientRect());
}

// Below the link, or above it where there is more room; within the window, and scrolled along with the page.
function place(link) {
  const { clientWidth, clientHeight, dir } = document.documentElement;
  const set = (name, pixels) => card.style.setProperty(name, `${pixels}px`);
  const below = clientHeight - link.bottom;
  const above = below < card.scrollHeight + 8 && link.top > below;
  set("max-height", Math.max(above ? link.top : below, 0) - 8);
  const { width, height } = card.getBoundingClientRect();
  const start = dir === "rtl" ? link.right - width : link.left;
  set("left", scrollX + Math.max(8, Math.min(start, clientWidth - width - 8)));
  set("top", scrollY + (above ? link.top - height : link.bottom));
}

// Whether the reader's pointer or focus, other than the one that has just moved, is still on the link or its card.
const held = () => owner.matches(":hover, :focus-visible") || card.matches(":hover, :focus-within");

function want(link) {
  if (link === wanted) return;
  wanted = link;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (link === owner) return;
    if (link) open(link);
    else if (held()) wanted = owner;
    else close();
  }, DELAY);
}

const at = ({ target }) => (card.contains(target) ? owner : previewed(target));

if (card.showPopover) {
  card.className = "card";
  card.popover = "manual";
  document.addEventListener("pointerover", (event) => event.pointerType === "touch" || want(at(event)));
  document.documentElement.addEventListener("pointerleave", () => want());
  document.addEventListener("focusin", (event) => want(event.target.matches(":focus-visible") ? at(event) : undefined));
  document.addEventListener("focusout", (event) => event.relatedTarget || want());
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("click", (event) => event.target.closest("a") && close());
}
