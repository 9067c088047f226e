// Starts the form editor, and tells it how Parley's files become forms and forms become files again.

import { entriesForm, nodes, pairOf, recordForm } from "./shaped.js";
import { entriesPatched, recordPatched } from "./patched.js";

const KEPT = "kept"; // the file as it was typed, which travels with the form and is not in it
const MODELINE = "# yaml-language-server: $schema=";

const brief = {
  fromFile(text) {
    if (typeof text !== "string") return {};
    const root = nodes(text) ?? { items: [] };
    const form = { ...recordForm(root, "Brief"), [KEPT]: text };
    return pairOf(root, "published") ? { ...form, kind: "brief" } : form; // actors.yaml lies in the same folder
  },
  toFile(form) {
    return recordPatched(form[KEPT] ?? `${MODELINE}../.schema/brief.json\n\n`, "Brief", form);
  },
};

const actors = {
  fromFile(text) {
    if (typeof text !== "string") return {};
    try {
      return { actors: entriesForm(nodes(text) ?? { items: [] }, "Actor") ?? [], [KEPT]: text };
    } catch (fault) {
      return { actors: [{ name: unread(fault.message) }], [KEPT]: text, fault: fault.message }; // to be seen in the list
    }
  },
  toFile(form) {
    if (form.fault) throw new Error(unread(form.fault));
    return entriesPatched(form[KEPT] ?? `${MODELINE}../.schema/actors.json\n\n`, "Actor", form.actors);
  },
};

function unread(fault) {
  return `The file can't be read (${fault}). Mend it in a text editor first.`;
}

function loaded(file) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: file, onload: resolve, onerror: () => reject(new Error(`${file} was not loaded`)) });
    document.head.append(script);
  });
}

window.CMS_MANUAL_INIT = true;
await loaded("decap-cms.js");
const { CMS } = window;
CMS.registerCustomFormat("parley-brief", "yaml", brief);
CMS.registerCustomFormat("parley-actors", "yaml", actors);
CMS.init();
