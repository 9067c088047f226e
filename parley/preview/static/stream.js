// Listens to the preview. As a shared worker it holds the one stream of all open tabs and passes on what it hears;
// as a module it lends `openStream` to a tab whose browser has no shared workers.

const SILENCE = 35_000; // milliseconds; the preview gives a sign of life every ten seconds

/** Open the event stream and keep it open, whatever happens to the server. `receive` gets each message, `lost` is called when the
 *  connection breaks (what was heard may no longer hold). Gives a function that closes it. */
export function openStream(receive, lost) {
  let source = null;
  let heard = 0;

  const open = () => {
    source?.close();
    heard = Date.now();
    source = new EventSource(`/_parley/events${new URL(import.meta.url).search}`);
    for (const name of ["problems", "site"]) {
      source.addEventListener(name, (event) => {
        heard = Date.now();
        receive({ name, ...JSON.parse(event.data) });
      });
    }
    source.addEventListener("beat", () => (heard = Date.now()));
    source.addEventListener("error", lost); // the browser connects again by itself, unless it was answered with a refusal
  };

  const tend = () => {
    const refused = source.readyState === EventSource.CLOSED;
    if (refused || Date.now() - heard > SILENCE) open();
  };

  open();
  const timer = setInterval(tend, 1000);
  return () => {
    clearInterval(timer);
    source.close();
  };
}

if ("SharedWorkerGlobalScope" in self) {
  const tabs = new Set();
  const latest = new Map(); // what a tab that opens now has to know; empty while the preview is away

  openStream(
    (message) => {
      latest.set(message.name, message);
      for (const tab of tabs) tab.postMessage(message);
    },
    () => latest.clear(),
  );

  self.onconnect = (event) => {
    const [tab] = event.ports;
    tabs.add(tab);
    tab.onmessage = () => tabs.delete(tab); // the only thing a tab ever says is that it leaves
    for (const message of latest.values()) tab.postMessage(message);
  };
}
