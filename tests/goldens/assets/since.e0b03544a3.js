// Marks what is new in a brief since the reader's last visit. Nothing is kept before the reader asks for it, and then
// only on this device: under one key, for each brief, the day of the newest change that was seen.
const KEY = "parley:since";
const box = document.querySelector(".since");
const changes = [...document.querySelectorAll(".change time[datetime]")].map((time) => [time.dateTime, time.closest("li")]);

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null; // storage is switched off, or holds something else
  }
}

function keep(seen) {
  try {
    if (seen) localStorage.setItem(KEY, JSON.stringify(seen));
    else localStorage.removeItem(KEY);
  } catch {
    box.hidden = true; // there is nowhere to keep it
  }
}

function show(on) {
  box.querySelector(".ask").hidden = on;
  box.querySelector(".forget").hidden = !on;
}

if (box && changes.length) {
  const page = box.dataset.brief;
  const newest = changes.map(([date]) => date).sort().at(-1);
  const seen = kept();
  const last = seen && seen[page];
  if (last) {
    for (const [date, line] of changes) {
      if (date > last) line.classList.add("new");
    }
  }
  if (seen) keep({ ...seen, [page]: newest });
  box.querySelector(".ask").addEventListener("click", () => {
    keep({ ...kept(), [page]: newest });
    show(true);
  });
  box.querySelector(".forget").addEventListener("click", () => {
    keep(null);
    for (const [, line] of changes) line.classList.remove("new");
    show(false);
  });
  show(Boolean(seen));
  box.hidden = false;
}
