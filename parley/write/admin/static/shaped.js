// A YAML file -> what stands in a form. Every scalar is text, as Parley reads it. A map by id becomes a list whose items
// have an id, a record that may be missing a list of one at most, and what may be several always a list.

import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "./yaml/index.js";
import { shapes } from "./shapes.js";

// The nodes of `text`. Throws where it can't be read, or has what the format knows nothing of.
export function nodes(text) {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) throw new Error(`line ${lines.linePos(fault.pos[0]).line}: ${fault.message}`);
  const root = document.contents;
  if (root && !isBlank(root) && !isMap(root)) throw new Error("line 1: there are no keys");
  return isMap(root) ? root : null;
}

// The form of a record: a key that is not filled, or with something that fits no form, is not in it.
export function recordForm(map, noun) {
  const form = {};
  for (const field of shapes[noun]) {
    const pair = pairOf(map, field.key);
    const value = pair && valueForm(pair.value, field);
    if (value !== undefined && value !== "" && !(Array.isArray(value) && !value.length)) form[field.key] = value;
  }
  return form;
}

// The form of a map of records by id.
export function entriesForm(map, noun) {
  const fits = map.items.every(({ key, value }) => isScalar(key) && (isMap(value) || isBlank(value)));
  return fits ? map.items.map(({ key, value }) => ({ id: key.value, ...(isMap(value) && recordForm(value, noun)) })) : undefined;
}

export function pairOf(map, key) {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

export function isBlank(node) {
  return !node || (isScalar(node) && (node.value === null || (node.type === "PLAIN" && node.value === "")));
}

function valueForm(node, field) {
  switch (field.form) {
    case "one":
      return textForm(node, field);
    case "many":
      if (isScalar(node)) return isBlank(node) ? undefined : [textForm(node, field)];
      return isSeq(node) && node.items.every((item) => isScalar(item)) ? node.items.map((item) => item.value) : undefined;
    case "map":
      if (!isMap(node) || !node.items.every(({ key, value }) => isScalar(key) && (isScalar(value) || !value))) return undefined;
      return node.items.map(({ key, value }) => ({ id: key.value, text: value?.value ?? "" }));
    case "record":
      return isMap(node) ? [recordForm(node, field.noun)] : undefined;
    case "records":
      return isSeq(node) && node.items.every(isMap) ? node.items.map((item) => recordForm(item, field.noun)) : undefined;
    case "record-map":
      return isMap(node) ? entriesForm(node, field.noun) : undefined;
  }
}

function textForm(node, field) {
  if (!isScalar(node) || isBlank(node)) return undefined;
  if (!field.flag) return node.value;
  return { true: true, false: false }[node.value];
}

// A form without what is not filled in or goes without saying, and without space round its texts: two that say the same
// are equal.
export function filled(form, noun) {
  const found = {};
  for (const field of shapes[noun]) {
    const value = filledValue(form[field.key], field);
    if (value !== undefined) found[field.key] = value;
  }
  return found;
}

export function filledEntries(list, noun) {
  return apart(list, (item) => filled(item, noun));
}

// The items of a list that have an id, each with what else is filled in. Throws where two have the same.
function apart(list, others) {
  const found = new Map();
  for (const item of (list ?? []).filter((one) => trimmed(one?.id))) {
    const id = trimmed(item.id);
    if (found.has(id)) throw new Error(`Two entries of one list have the id "${id}". Give one of them another id.`);
    found.set(id, { id, ...others(item) });
  }
  return [...found.values()];
}

function filledValue(value, field) {
  let found;
  switch (field.form) {
    case "one":
      if (field.flag) return value === !field.default ? value : undefined;
      return trimmed(value) || undefined;
    case "many":
      found = (Array.isArray(value) ? value : [value]).map(trimmed).filter((text) => text);
      break;
    case "map":
      found = apart(value, ({ text }) => ({ text: trimmed(text) }));
      break;
    case "record":
    case "records":
      found = (value ?? []).map((item) => filled(item ?? {}, field.noun)).filter((item) => Object.keys(item).length);
      break;
    case "record-map":
      found = filledEntries(value, field.noun);
  }
  return found.length ? found : undefined;
}

function trimmed(text) {
  return String(text ?? "").replaceAll("\r\n", "\n").trim();
}

export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
