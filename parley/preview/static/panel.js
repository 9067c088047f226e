// The panel of problems over the last good page. It lives in a shadow root, so that neither the theme reaches it nor it the theme;
// everything that comes from a brief is set as text. Warnings alone never cover the page: they are a count that opens the panel.

let root = null;
let shown = "";

/** Show these problems ({errors, warnings, problems}), or take the panel away when there are none. */
export function show({ errors, warnings, problems }) {
  const key = JSON.stringify(problems);
  if (key === shown) return; // told again after a reconnect: what the reader closed stays closed
  shown = key;
  if (problems.length === 0) {
    root?.host.remove();
    root = null;
    return;
  }
  root ??= attachRoot();
  root.querySelector(".panel")?.remove();
  root.querySelector(".count")?.remove();
  const count = countButton(errors, warnings);
  const panel = panelOf(errors, warnings, problems);
  root.append(panel, count);
  count.addEventListener("click", () => open(panel, count));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && close(panel, count));
  panel.querySelector(".close").addEventListener("click", () => close(panel, count));
  if (errors > 0) {
    const busy = document.activeElement && document.activeElement !== document.body && document.activeElement !== root.host;
    open(panel, count, !busy);
  } else {
    close(panel, count, false);
  }
}

function attachRoot() {
  const host = document.createElement("parley-problems");
  const made = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_parley/overlay.css";
  made.append(style);
  document.documentElement.append(host);
  return made;
}

function open(panel, count, focus = true) {
  panel.hidden = false;
  count.hidden = true;
  if (focus) panel.focus({ preventScroll: true });
}

function close(panel, count, focus = true) {
  panel.hidden = true;
  count.hidden = false;
  if (focus) count.focus({ preventScroll: true });
}

function countButton(errors, warnings) {
  const button = element("button", `count ${errors > 0 ? "error" : "warning"}`, counted(errors, warnings));
  button.type = "button";
  return button;
}

function panelOf(errors, warnings, problems) {
  const panel = element("section", "panel");
  panel.setAttribute("role", "alertdialog");
  panel.setAttribute("aria-modal", "false");
  panel.setAttribute("aria-labelledby", "title");
  panel.setAttribute("aria-describedby", "hint");
  panel.tabIndex = -1;

  const head = element("div", "head");
  const title = element("h2", "title", counted(errors, warnings));
  title.id = "title";
  const button = element("button", "close", "Close");
  button.type = "button";
  head.append(title, button);

  const hint = element("p", "hint", errors > 0 ? "Behind this panel is the last good version of the site." : "The page is up to date.");
  hint.id = "hint";

  const list = element("ol", "problems");
  list.append(...problems.map(problemItem));
  panel.append(head, hint, list);
  const more = errors + warnings - problems.length;
  if (more > 0) panel.append(element("p", "hint", `and ${more} more`));
  return panel;
}

function problemItem(problem) {
  const item = element("li", `problem ${problem.severity}`);
  const what = element("p", "what");
  what.append(element("strong", "severity", problem.severity), " ", problem.message);
  item.append(what);
  const place = [problem.file, ...[problem.line, problem.column].filter((number) => number > 0)].join(":");
  if (problem.file) item.prepend(placeLine(place, problem.edit));
  if (problem.near?.length) item.append(lines(problem.near, "lines"));
  if (problem.excerpt) item.append(scrolled(element("pre", "excerpt", problem.excerpt)));
  if (problem.cure) item.append(element("p", "cure", problem.cure));
  if (problem.mend?.length) item.append(lines(problem.mend, "lines mend"));
  if (problem.code) {
    const line = element("p", "why");
    line.append(anchor("What this means", `/_parley/problems/${encodeURIComponent(problem.code)}`));
    line.firstChild.target = "_blank";
    item.append(line);
  }
  return item;
}

function placeLine(place, edit) {
  const line = element("p", "place");
  if (!edit) {
    line.textContent = place;
    return line;
  }
  line.append(anchor(place, edit));
  line.firstChild.title = "Open in the editor";
  return line;
}

// Lines with their numbers; the marked one has a caret below its place.
function lines(all, className) {
  const made = element("pre", `excerpt ${className}`);
  for (const line of all) {
    const sign = { "-": "-", "+": "+", at: ">" }[line.kind] ?? " ";
    const row = element("span", { "-": "less", "+": "more", at: "at" }[line.kind] ?? "");
    row.append(element("i", "", `${sign} ${String(line.number).padStart(4)} `), `${line.text}\n`);
    made.append(row);
    if (line.caret > 0) {
      const below = element("span", "caret");
      below.append(element("i", "", " ".repeat(7)), `${" ".repeat(line.caret - 1)}^\n`);
      made.append(below);
    }
  }
  return scrolled(made);
}

function scrolled(made) {
  made.tabIndex = 0; // a long line is scrolled with the keyboard too
  return made;
}

function anchor(text, href) {
  const made = element("a", "", text);
  made.href = href;
  return made;
}

function counted(errors, warnings) {
  const part = (number, word) => (number === 0 ? [] : [`${number} ${word}${number === 1 ? "" : "s"}`]);
  return [...part(errors, "error"), ...part(warnings, "warning")].join(", ");
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
