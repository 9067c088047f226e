// What stands in a form -> YAML as it is typed: in quotes only where it must be, long text in lines of at most 100 signs.

import { shapes } from "./shapes.js";

const WIDTH = 100;
const PLAIN = /^[\p{L}\p{N}](?:.*\S)?$/u;
const MEANS_SOMETHING = /:(?:\s|$)|\s#/;
const IN_BRACKETS = /[,[\]{}]/;
const UNSEEN = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
const STEP = 2;

// A text on one line; `inside` brackets more of it has to be quoted.
export function oneLine(text, inside = false) {
  UNSEEN.lastIndex = 0;
  if (UNSEEN.test(text)) return inEscapes(text);
  if (PLAIN.test(text) && !MEANS_SOMETHING.test(text) && !(inside && IN_BRACKETS.test(text))) return text;
  if (!text.includes('"') && !text.includes("\\")) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

function inEscapes(text) {
  const inner = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${inner.replace(UNSEEN, (sign) => (sign === "\n" ? "\\n" : `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`))}"`;
}

// A text after a key or a dash at the column `indent`: on its line, or below in lines of its own. `style` is how it was
// typed before, `before` how many signs stand before it on the line.
export function scalar(text, indent, { style = "", before = 0, prose = false } = {}) {
  const lines = text.split("\n");
  const odd = /^\s|[^\S\n]$/.test(text) || /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
  const pad = " ".repeat(indent + STEP);
  if (odd) return oneLine(text);
  if (lines.length > 1 || style === "BLOCK_LITERAL") {
    const mark = prose || style === "BLOCK_LITERAL" ? "|" : "|-";
    return [mark, ...lines.map((line) => (line ? pad + line : ""))].join("\n");
  }
  const line = oneLine(text);
  const folds = !/ {2}/.test(text);
  const long = before + line.length > WIDTH;
  return folds && (long || style === "BLOCK_FOLDED") ? [">-", ...folded(text, WIDTH - pad.length).map((it) => pad + it)].join("\n") : line;
}

function folded(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// A list of texts in brackets.
export function inBrackets(texts) {
  return `[${texts.map((text) => oneLine(text, true)).join(", ")}]`;
}

// A key and its value, as lines that end with a line end.
export function pair(field, value, indent) {
  return entry(oneLine(field.key), field, value, indent);
}

function entry(key, field, value, indent) {
  const pad = " ".repeat(indent);
  const lead = `${pad}${key}:`;
  const deeper = indent + STEP;
  switch (field.form) {
    case "one":
      return `${lead} ${field.flag ? value : scalar(value, indent, { before: lead.length + 1, prose: field.prose })}\n`;
    case "many": {
      if (field.id && value.length === 1) return `${lead} ${oneLine(value[0])}\n`;
      const line = `${lead} ${inBrackets(value)}\n`;
      const short = value.every((text) => text.length <= 30 && !UNSEEN.test(text));
      if (line.length <= WIDTH + 1 && short) return line;
      return `${lead}\n${value.map((text) => item(text, deeper)).join("")}`;
    }
    case "map":
      return `${lead}\n${value.map((it) => named(it, deeper)).join("")}`;
    case "record":
      return `${lead}\n${record(value[0], field.noun, deeper)}`;
    case "records":
      return `${lead}\n${value.map((it) => recordItem(it, field.noun, deeper)).join("")}`;
    case "record-map":
      return `${lead}\n${value.map((it) => recordEntry(it, field.noun, deeper)).join("")}`;
  }
}

// The keys of a whole file, its large parts with blank lines between.
export function whole(form, noun) {
  const parts = shapes[noun].filter((field) => form[field.key] !== undefined).map((field) => pair(field, form[field.key], 0));
  return parts.map((part, at) => (at && (isLarge(part) || isLarge(parts[at - 1])) ? `\n${part}` : part)).join("");
}

// Whether blank lines set a key and its value apart: a map, a list or paragraphs of several lines.
export function isLarge(typed) {
  return typed.trimEnd().includes("\n") && !/^[^\n]*: >-\n/.test(typed);
}

// The keys of a record in the order of the format.
export function record(form, noun, indent) {
  const there = shapes[noun].filter((field) => form[field.key] !== undefined);
  return there.map((field) => pair(field, form[field.key], indent)).join("");
}

export function item(text, indent) {
  return `${" ".repeat(indent)}- ${scalar(text, indent, { before: indent + 2 })}\n`;
}

export function named({ id, text }, indent) {
  const lead = `${" ".repeat(indent)}${oneLine(id)}:`;
  return text ? `${lead} ${scalar(text, indent, { before: lead.length + 1 })}\n` : `${lead}\n`;
}

export function recordItem(form, noun, indent) {
  const lines = record(form, noun, indent + STEP);
  return `${" ".repeat(indent)}- ${lines.slice(indent + STEP)}`;
}

export function recordEntry(form, noun, indent) {
  return `${" ".repeat(indent)}${oneLine(form.id)}:\n${record(form, noun, indent + STEP)}`;
}
