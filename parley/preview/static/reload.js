// Reloads the page when the site has changed, and shows what is wrong while it is broken.
// Added by the preview to every HTML page on its way out; the published site never has it.
(() => {
  "use strict";
  const script = document.currentScript;
  const generation = script.dataset.generation; // of the site this page is from
  const own = "own" in script.dataset; // a page of the preview itself, which says what is wrong without a panel
  const KEPT = "parley-scroll";
  let leaving = false;

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

  const receive = (message) => {
    if (leaving) return;
    if (message.name === "site" && message.generation !== generation) reload();
    if (message.name === "problems" && !own) showProblems(message);
  };

  // The panel is fetched only when there is something to show.
  let panel = null;
  const showProblems = (message) => {
    if (!panel && message.problems.length === 0) return;
    panel ??= import("/_parley/panel.js");
    panel.then((module) => module.show(message));
  };

  // A browser opens six connections to one host, so a stream in each tab would starve the seventh: the tabs share one through a
  // shared worker. A browser without (module) shared workers opens a stream only in the tabs that can be seen.
  const listen = () => {
    try {
      const worker = new SharedWorker("/_parley/stream.js", { name: "parley", type: "module" });
      worker.addEventListener("error", listenAlone, { once: true });
      worker.port.onmessage = (event) => receive(event.data);
      addEventListener("pagehide", () => worker.port.postMessage("leaving"), { once: true });
    } catch {
      listenAlone();
    }
  };

  const listenAlone = async () => {
    const { openStream } = await import("/_parley/stream.js");
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

  try {
    restoreScroll();
  } catch {
    // storage is forbidden here, or holds something foreign
  }
  addEventListener("pageshow", (event) => event.persisted && listen()); // back from the browser's page cache
  listen();
})();
