// The preview's own corner of the page: a shadow root beside the body, so that neither the theme reaches it nor it the theme.

let root = null;

/** The root of the corner, made when it is first needed: a bar, a place for marks, and a status that is told politely. */
export function corner() {
  if (root) return root;
  const host = document.createElement("parley-corner");
  root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_parley/overlay.css";
  const status = element("div", "status");
  status.setAttribute("role", "status");
  const bar = element("section", "bar");
  bar.setAttribute("aria-label", "Preview");
  bar.hidden = true;
  root.append(style, status, element("div", "marks"), bar);
  document.documentElement.append(host);
  return root;
}

/** A new element with a class and a text. */
export function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A link; one that opens an editor says so by its title. */
export function link(className, text, href, title = "") {
  const made = element("a", className, text);
  made.href = href;
  if (title) made.title = title;
  return made;
}
