// Brings the page up to date when the site has changed, and shows what is wrong while it is broken.
// Added by the preview to every HTML page on its way out, as its last element and not deferred: so it sees the page as it was sent,
// before any other script has worked on it. The published site never has it.
(() => {
  "use strict";
  const script = document.currentScript;
  const edition = script.dataset.edition ?? ""; // where the edition that this page is from begins
  const own = "own" in script.dataset; // a page of the preview itself, which says what is wrong without a panel
  const KEPT = "parley-scroll";
  let generation = script.dataset.generation; // of the site that this page is from
  let newest = generation;
  let leaving = false;
  let updating = false;

  // What was sent, and which part of the page each part of it has become.
  const sent = document.body?.cloneNode(true);
  const parts = new WeakMap();
  const pair = (one, other) => {
    parts.set(one, other);
    let next = other.firstChild;
    for (let child = one.firstChild; child; child = child.nextSibling, next = next.nextSibling) pair(child, next);
  };
  if (sent) pair(sent, document.body);
  const page = { head: document.head?.cloneNode(true), body: sent, parts };

  // The scroll position outlives a reload. The page may still be too short when this runs, then again when all is loaded.
  const restoreScroll = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    sessionStorage.removeItem(KEPT);
    if (!kept || kept.address !== location.href) return;
    const go = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    go();
    if (Math.abs(scrollY - kept.y) > 1) addEventListener("load", go, { once: true });
  };

  const reload = () => {
    if (leaving) return;
    leaving = true;
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ address: location.href, x: scrollX, y: scrollY }));
    } catch {
      // storage is forbidden here: the browser's own memory of the position has to do
    }
    location.reload();
  };

  // Fetch the page as it is now and change what is different. What can't be changed in place is loaded anew.
  const update = async () => {
    if (updating || leaving) return;
    updating = true;
    try {
      while (newest !== generation && !leaving) {
        const [{ changed }, answer] = await Promise.all([import("/_parley/morph.js"), fetch(location.href)]);
        const known = own || answer.redirected || !answer.ok || !document.body.isConnected;
        const next = known ? null : new DOMParser().parseFromString(await answer.text(), "text/html");
        const tag = next?.querySelector('script[src="/_parley/reload.js"]');
        if (!tag || wasMissing) return reload();
        if (tag.dataset.generation === generation) break; // told of what is not there yet: it will be told again
        const parts = changed(page, next);
        if (!parts) return reload();
        generation = tag.dataset.generation;
        if (parts.length) (await import("/_parley/changes.js")).show(parts);
      }
    } catch {
      // the preview is away: it tells again when it is back
    } finally {
      updating = false;
    }
  };

  const receive = (message) => {
    if (leaving) return;
    if (message.name === "site") {
      newest = message.generation;
      if (newest !== generation) update().then(refreshBar);
      else refreshBar();
    }
    if (message.name === "problems" && !own) showProblems(message);
  };

  // The panel is fetched only when there is something to show.
  let panel = null;
  const showProblems = (message) => {
    if (!panel && message.problems.length === 0) return;
    panel ??= import("/_parley/panel.js");
    panel.then((module) => module.show(message)).catch(() => (panel = null)); // the preview is away, and tells again
  };

  const refreshBar = async () => {
    if (leaving || own) return;
    try {
      await (await import("/_parley/bar.js")).refresh();
    } catch {
      // the preview is away: the bar is as it was
    }
  };

  // A browser opens six connections to one host, so a stream in each tab would starve the seventh: the tabs share one through a
  // shared worker. A browser without (module) shared workers opens a stream only in the tabs that can be seen.
  const source = `/_parley/stream.js${edition && `?of=${encodeURIComponent(edition)}`}`;
  const listen = () => {
    try {
      const worker = new SharedWorker(source, { name: `parley ${edition}`, type: "module" });
      worker.addEventListener("error", listenAlone, { once: true });
      worker.port.onmessage = (event) => receive(event.data);
      addEventListener("pagehide", () => worker.port.postMessage("leaving"), { once: true });
    } catch {
      listenAlone();
    }
  };

  const listenAlone = async () => {
    const { openStream } = await import(source);
    let close = null;
    const attune = () => {
      if (document.visibilityState === "hidden") {
        close?.();
        close = null;
      } else {
        close ??= openStream(receive, () => {});
      }
    };
    document.addEventListener("visibilitychange", attune);
    attune();
  };

  const wasMissing = performance.getEntriesByType("navigation")[0]?.responseStatus >= 400;

  try {
    restoreScroll();
  } catch {
    // storage is forbidden here, or holds something foreign
  }
  addEventListener("pageshow", (event) => event.persisted && listen()); // back from the browser's page cache
  listen();
})();
