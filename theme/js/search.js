// Full-text search over the index that Pagefind made of the site. Nothing is loaded before there is something to look
// for, and the address always tells what is asked, so that a search can be shared and come back to.
const box = document.querySelector(".searching");
const form = box.querySelector("form");
const field = form.elements.q;
const found = box.querySelector(".found");
const results = box.querySelector(".results");
const filters = form.querySelector(".filters");
const words = box.dataset;
const PAGE = 10; // results shown at once
const FEW = 8; // values of a filter that are shown unasked
let loading;
let turn = 0; // of the last question; an answer to an earlier one is dropped
let waiting;

function made(name, text = "", attributes = {}) {
  const element = document.createElement(name);
  element.append(text);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function load() {
  loading ??= import(new URL(words.index, location)).then(async (pagefind) => {
    for (const [name, values] of Object.entries(await pagefind.filters())) offer(name, values);
    return pagefind;
  }).catch((fault) => {
    loading = undefined; // the next question tries again
    throw fault;
  });
  return loading;
}

// A checkbox for each value of a filter, those with most pages first, the many others folded away.
function offer(name, values) {
  const group = filters.querySelector(`[data-filter=${name}]`);
  if (!group) return;
  const labels = Object.entries(values).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value, number]) => {
    const label = made("label", made("input", "", { type: "checkbox", name, value }));
    label.append(made("bdi", value), " ", made("small", number));
    return label;
  });
  group.append(...labels.splice(0, FEW));
  if (!labels.length) return;
  const rest = made("details", made("summary", words.all.replace("{n}", labels.length + FEW)));
  rest.append(...labels);
  group.append(rest);
}

function count(totals) {
  for (const label of filters.querySelectorAll("label")) {
    const { name, value } = label.firstChild;
    label.lastChild.textContent = totals[name]?.[value] ?? 0;
  }
}

// The address tells the search, and the form is set by it.
function restore() {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  for (const input of filters.querySelectorAll("input")) {
    input.checked = asked.getAll(input.name).includes(input.value);
    if (input.checked) input.closest("details details")?.setAttribute("open", "");
  }
}

function keep() {
  const asked = new URLSearchParams(new FormData(form));
  if (!field.value.trim()) asked.delete("q");
  const now = String(asked);
  if (now !== String(new URLSearchParams(location.search))) history.pushState(null, "", now ? `?${now}` : location.pathname);
}

async function ask() {
  const mine = ++turn;
  const query = field.value.trim();
  const chosen = {};
  for (const { name, value } of filters.querySelectorAll(":checked")) (chosen[name] ??= { any: [] }).any.push(value);
  const asking = query || Object.keys(chosen).length;
  try {
    if (!asking && !loading) return;
    const pagefind = await load();
    const answer = await pagefind.search(asking ? query || null : null, { filters: chosen });
    if (mine !== turn) return;
    count(answer.totalFilters);
    if (asking) await show(answer.results, mine);
    else clear();
  } catch {
    if (mine === turn) clear(words.fault);
  }
}

function clear(text = "") {
  found.textContent = text;
  results.replaceChildren();
}

async function show(all, mine) {
  const list = made("ol", "", { class: "link-list" });
  const more = made("button", words.more, { type: "button" });
  const add = async () => {
    const next = await Promise.all(all.slice(list.children.length, list.children.length + PAGE).map((one) => one.data()));
    const items = next.map(result);
    if (mine === turn) list.append(...items);
    more.hidden = list.children.length >= all.length;
    return items[0];
  };
  more.addEventListener("click", async () => (await add()).querySelector("a").focus());
  await add();
  if (mine !== turn) return;
  clear(all.length ? (all.length > 1 ? words.many.replace("{n}", all.length) : words.one) : words.none);
  if (all.length) results.append(list, more);
}

function result({ url, meta, filters: told, excerpt }) {
  const [kind] = told.kind ?? [""];
  const item = made("li");
  const title = made("h2", made("a", meta.title, { href: url, dir: "auto" }));
  const line = made("p", kind, { class: "kicker" });
  const badge = kind === words.proposal && [...box.querySelector("template").content.children].find(
    (each) => each.textContent === told.status?.[0],
  );
  if (badge) line.append(" ", badge.cloneNode(true));
  const text = made("p", "", { dir: "auto" });
  excerpt.split(/<mark>(.*?)<\/mark>/s).forEach((part, at) => {
    const plain = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    text.append(at % 2 ? made("mark", plain) : plain);
  });
  item.append(line, title, text);
  return item;
}

async function begin() {
  if (location.search) await load().catch(() => {});
  restore();
  ask();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  keep();
  ask();
});
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 150);
});
form.addEventListener("change", () => {
  keep();
  ask();
});
filters.addEventListener("toggle", () => load().catch(() => clear(words.fault)));
addEventListener("popstate", begin);
begin();
