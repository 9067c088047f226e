// Shows for a moment what has changed on the page. The page is not scrolled: a chip says where the change is, and goes there when asked.

import { corner, element } from "/_parley/corner.js";

const SHOWN = 2600; // milliseconds
const CHIP = 12_000;
let chip = null;
let timer = 0;

/** Mark these elements of the page as just changed. */
export function show(parts) {
  const marked = small(parts.map(seen).filter(Boolean));
  if (marked.length === 0) return;
  const boxes = marked.map((one) => one.getBoundingClientRect());
  marked.forEach(mark);
  const inView = boxes.some((box) => box.bottom > 0 && box.top < innerHeight);
  const above = boxes.every((box) => box.bottom <= 0);
  say(inView ? "" : above ? "Changed above" : "Changed below", marked[0], above);
}

// A change inside what is folded away shows where it can be unfolded.
function seen(one) {
  const folded = one.closest("details:not([open])");
  const found = folded && !one.closest("summary") ? (folded.querySelector("summary") ?? folded) : one;
  const box = found.getBoundingClientRect();
  return box.width && box.height ? found : null;
}

// The innermost ones, each once, and none as high as the window as long as there are others.
function small(parts) {
  const all = [...new Set(parts)];
  const inner = all.filter((one) => !all.some((other) => other !== one && one.contains(other)));
  const fitting = inner.filter((one) => one.getBoundingClientRect().height < innerHeight);
  return fitting.length ? fitting : inner;
}

// An animation changes no attribute and breaks no policy; an outline is seen with forced colours, too.
function mark(one) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const [line, ground] = dark ? ["#f2c063", "rgb(242 192 99 / 22%)"] : ["#8a5a00", "rgb(255 214 102 / 45%)"];
  const on = { outline: `2px solid ${line}`, outlineOffset: "3px", backgroundColor: ground };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const last = still ? on : { ...on, outlineColor: "transparent", backgroundColor: "transparent" };
  one.animate([{ ...on, offset: 0 }, { ...on, offset: still ? 1 : 0.35 }, { ...last, offset: 1 }].slice(0, still ? 2 : 3), {
    duration: SHOWN,
    easing: "ease-out",
  });
}

function say(text, goal, above) {
  clearTimeout(timer);
  chip?.remove();
  chip = null;
  const status = corner().querySelector(".status");
  status.replaceChildren();
  if (!text) {
    status.append(element("span", "unseen", "The page has changed."));
    return;
  }
  chip = element("button", "chip", `${text} ${above ? "↑" : "↓"}`);
  chip.type = "button";
  chip.addEventListener("click", () => {
    chip?.remove();
    chip = null;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    goal.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
    mark(goal);
  });
  status.append(chip);
  timer = setTimeout(() => chip?.remove(), CHIP);
}
