// Reads a list of {text, code, actors?} as JSON, and writes for each the form before, the text after and what is said in it,
// or its fault.

import { readFileSync } from "node:fs";
import { entriesForm, filled, nodes, recordForm } from "./shaped.js";
import { entriesPatched, recordPatched } from "./patched.js";

function done({ text, code, actors }) {
  try {
    const root = nodes(text) ?? { items: [] };
    const form = actors ? { actors: entriesForm(root, "Actor") } : recordForm(root, "Brief");
    const before = structuredClone(form);
    const pick = (list, at) => {
      const item = form[list]?.[at % form[list].length];
      return typeof item === "object" ? item : {};
    };
    new Function("form", "pick", code ?? "")(form, pick);
    const after = actors ? entriesPatched(text, "Actor", form.actors) : recordPatched(text, "Brief", form);
    return { form: before, text: after, said: actors ? form : filled(form, "Brief") };
  } catch (fault) {
    return { fault: fault.message };
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(done)));
