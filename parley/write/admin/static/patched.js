// A file as it was typed, and what a form holds now -> the file with just that changed. Comments, order and layout stay.
//
// Where only a value differs, the characters of that value are put in its place; what is new is put where the order of the
// format has it, and what is gone is taken out with its lines. What can't be changed so is written anew as a whole, which
// loses the comments inside of it.

import { isMap, isScalar, isSeq } from "./yaml/index.js";
import { entriesForm, filled, filledEntries, isBlank, nodes, pairOf, recordForm, same } from "./shaped.js";
import { inBrackets, isLarge, item, named, oneLine, pair as typedPair, recordEntry, recordItem, scalar, whole } from "./typed.js";
import { shapes } from "./shapes.js";

// `text` with the keys of `noun` as in `form`.
export function recordPatched(text, noun, form) {
  const now = filled(form, noun);
  const read = (source) => filled(recordForm(nodes(source) ?? { items: [] }, noun), noun);
  return patched(text, now, read, (file, root, was) => file.record(root, noun, was, now), () => whole(now, noun));
}

// `text` with the entries of a map of `noun` as in `list`.
export function entriesPatched(text, noun, list) {
  const now = filledEntries(list, noun);
  const read = (source) => filledEntries(entriesForm(nodes(source) ?? { items: [] }, noun), noun);
  const anew = () => now.map((entry) => recordEntry(entry, noun, 0)).join("");
  return patched(text, now, read, (file, root, was) => file.entries(root, noun, was, now), anew);
}

function patched(text, now, read, edits, anew) {
  const crlf = text.includes("\r\n");
  const source = `${text.replaceAll("\r\n", "\n").trimEnd()}\n`;
  const was = read(source);
  if (same(was, now)) return text;
  const root = nodes(source);
  let made = root ? edited(source, edits(new File(source), root, was)) : null;
  if (made === null || !reads(made, read, now)) made = head(source, root) + anew();
  if (!reads(made, read, now)) throw new Error("This can't be written as YAML; write it in a text editor.");
  return crlf ? made.replaceAll("\n", "\r\n") : made;
}

function reads(text, read, now) {
  try {
    return same(read(text), now);
  } catch {
    return false;
  }
}

// The comments above the first key.
function head(source, root) {
  const end = root?.items.length ? lineStart(source, root.items[0].key.range[0]) : source.length;
  const lines = source.slice(0, end).split("\n");
  if (!lines.every((line) => /^\s*(#.*)?$/.test(line))) return "";
  return root || !source.trim() ? source.slice(0, end).trimStart() : `${source}\n`;
}

function edited(text, edits) {
  if (!edits) return null;
  let found = "";
  let at = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start < at) return null; // two at one place
    found += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return found + text.slice(at);
}

function inOrder(edits) {
  return [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
}

function lineStart(text, at) {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

// Makes the edits of one text. Each method gives a list of them, or null where it can't be done piece by piece.
class File {
  constructor(text) {
    this.text = text;
  }

  record(map, noun, was, now) {
    if (map.flow) return this.inBraces(map, noun, was, now);
    const fields = shapes[noun];
    const edits = [];
    for (const [at, field] of fields.entries()) {
      const value = now[field.key];
      if (same(was[field.key], value)) continue;
      const pair = pairOf(map, field.key);
      if (value === undefined) edits.push(...(this.without(map, pair) ?? [null]));
      else if (!pair) edits.push(this.added(map, fields.slice(0, at), field, value));
      else edits.push(...(this.value(pair.value, field, was[field.key], value) ?? [this.rewritten(map, pair, field, value)]));
    }
    return edits.includes(null) ? null : edits;
  }

  // Values in their places; a key more or less makes the whole anew.
  inBraces(map, noun, was, now) {
    const changed = shapes[noun].filter((field) => !same(was[field.key], now[field.key]));
    const scalars = changed.every((field) => field.form === "one" && was[field.key] !== undefined && now[field.key] !== undefined);
    if (scalars) return changed.flatMap((field) => this.scalar(pairOf(map, field.key).value, field, now[field.key], true));
    const known = map.items.every(({ key }) => shapes[noun].some((field) => field.key === key.value));
    const plain = shapes[noun].every((field) => now[field.key] === undefined || field.form === "one" || field.form === "many");
    if (!known || !plain) return null;
    const typed = shapes[noun].filter((field) => now[field.key] !== undefined).map((field) => {
      const value = now[field.key];
      if (field.form === "one") return `${field.key}: ${field.flag ? value : oneLine(value, true)}`;
      return `${field.key}: ${field.id && value.length === 1 ? oneLine(value[0], true) : inBrackets(value)}`;
    });
    return [{ start: map.range[0], end: map.range[1], text: `{${typed.join(", ")}}` }];
  }

  value(node, field, was, now) {
    if (was === undefined) return null;
    switch (field.form) {
      case "one":
        return this.scalar(node, field, now, false);
      case "many":
        return this.several(node, field, was, now);
      case "map":
        return this.listed(node, was, now, (it) => it.id, (old, it) => this.pairText(old, was, it), (it, indent) => named(it, indent));
      case "record":
        return isMap(node) ? this.record(node, field.noun, was[0], now[0]) : null;
      case "records":
        return this.listed(node, was, now, null, (old, it, before) => this.record(old, field.noun, before, it),
          (it, indent) => recordItem(it, field.noun, indent));
      case "record-map":
        return this.entries(node, field.noun, was, now);
    }
  }

  entries(node, noun, was, now) {
    const inner = (old, it, before) => {
      const edits = isMap(old.value) ? this.record(old.value, noun, before, it) : same({ ...before, id: "" }, { ...it, id: "" }) ? [] : null;
      return edits && [...edits, ...this.renamed(old, before, it)];
    };
    return this.listed(node, was, now, (it) => it.id, inner, (it, indent) => recordEntry(it, noun, indent));
  }

  renamed({ key }, before, it) {
    return before.id === it.id ? [] : [{ start: key.range[0], end: key.range[1], text: oneLine(it.id) }];
  }

  // An entry of a map of texts.
  pairText(pair, was, it) {
    const before = was.find(({ id }) => id === pair.key.value.trim());
    if (before.text === it.text) return this.renamed(pair, before, it);
    if (isBlank(pair.value) || !it.text) return null;
    return [...this.renamed(pair, before, it), ...this.scalar(pair.value, {}, it.text, false)];
  }

  several(node, field, was, now) {
    const inside = isSeq(node) && node.flow;
    if (isScalar(node) && now.length === 1) return this.scalar(node, field, now[0], false);
    if (isScalar(node) && field.id && !node.value.includes("\n")) return [this.put(node, inBrackets(now))];
    if (inside && field.id && now.length === 1) return [this.put(node, oneLine(now[0]))];
    if (inside) return [this.put(node, inBrackets(now))];
    const inner = (old, it, before) => (before === it ? [] : this.scalar(old, field, it, false));
    return this.listed(node, was, now, null, inner, (it, indent) => item(it, indent));
  }

  put(node, text) {
    return { start: node.range[0], end: node.range[1], text };
  }

  // Another text in the place of a scalar.
  scalar(node, field, text, inside) {
    if (field.flag) return [this.put(node, String(text))];
    const start = node.range[0];
    const end = start + this.text.slice(start, node.range[1]).trimEnd().length;
    const begin = lineStart(this.text, start);
    const line = this.text.slice(begin, start);
    const indent = /^[ ]*(?:- +)*/.exec(line)[0].length;
    const alone = !line.trim(); // below its key
    const block = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    const followed = !block && this.text.slice(end, lineEnd(this.text, end)).trim(); // a comment or a bracket
    if (inside || followed || alone) return [{ start, end, text: oneLine(text, inside) }];
    const column = /^ *- *$/.test(line) ? indent - 2 : indent;
    return [{ start, end, text: scalar(text, column, { style: node.type, before: line.length, prose: field.prose }) }];
  }

  // A block's entries or items -> where the lines of each begin and end.
  pieces(node) {
    return node.items.map((it) => {
      const first = isMap(node) ? it.key : it;
      if (!first?.range) return null;
      let start = first.range[0];
      if (isSeq(node)) {
        start = this.text.lastIndexOf("-", start - 1);
        if (start < 0 || !/^-\s+$/.test(this.text.slice(start, first.range[0]).replace(/#.*/g, ""))) return null;
      }
      return { start: lineStart(this.text, start), at: start, end: this.end(isMap(node) ? (it.value ?? it.key) : it) };
    });
  }

  // Where the last line of a node ends, with the comment on it.
  end(node) {
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) {
      const last = node.items.at(-1);
      return this.end(isMap(node) ? (isBlank(last.value) ? last.key : last.value) : last);
    }
    const [start, end] = node.range;
    return lineEnd(this.text, Math.max(start, start + this.text.slice(start, end).trimEnd().length));
  }

  // A list or a map by ids (`key` gives an item's id) from the items `was` to those `now`.
  listed(node, was, now, key, inner, typed) {
    if (!(isMap(node) || isSeq(node)) || node.flow || node.items.length !== was.length) return null;
    const pieces = this.pieces(node);
    if (pieces.includes(null) || pieces.some(({ start, at }) => this.text.slice(start, at).trim())) return null;
    const from = matched(was, now, key);
    const indent = pieces[0].at - pieces[0].start;
    const apart = pieces.length > 1 && /^\s*\n/.test(this.text.slice(pieces[0].end, pieces[1].start));
    const made = now.map((it, at) => (from[at] < 0 ? typed(it, indent) : ""));
    const inners = now.map((it, at) => (from[at] < 0 ? [] : inner(node.items[from[at]], it, was[from[at]])));
    if (inners.includes(null)) return null;
    const kept = from.filter((at) => at >= 0);
    if (kept.some((at, index) => index && at < kept[index - 1])) return this.reordered(pieces, from, inners, made, apart);
    const edits = inners.flat();
    pieces.forEach((piece, at) => {
      if (!kept.includes(at)) edits.push(this.cut(piece.start, piece.end));
    });
    let place = this.above(pieces[kept[0] ?? 0].start);
    let first = true;
    const puts = new Map();
    from.forEach((at, index) => {
      if (at >= 0) {
        place = pieces[at].end;
        first = false;
      } else {
        const text = first ? made[index] + (apart ? "\n" : "") : (apart ? "\n" : "") + made[index];
        puts.set(place, (puts.get(place) ?? "") + text);
      }
    });
    for (const [start, text] of puts) edits.push({ start, end: start, text });
    return edits;
  }

  reordered(pieces, from, inners, made, apart) {
    const start = pieces[0].start;
    const end = pieces.at(-1).end;
    const texts = from.map((at, index) => {
      if (at < 0) return made[index];
      const above = this.above(pieces[at].start);
      const shifted = inners[index].map((edit) => ({ ...edit, start: edit.start - above, end: edit.end - above }));
      return edited(this.text.slice(at ? above : start, pieces[at].end), at ? shifted : inners[index].map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })));
    });
    return texts.includes(null) ? null : [{ start, end, text: texts.join(apart ? "\n" : "") }];
  }

  // Where the comments begin that stand right above a line.
  above(start) {
    let at = start;
    while (at > 0) {
      const before = lineStart(this.text, at - 1);
      if (!/^\s*#/.test(this.text.slice(before, at))) break;
      at = before;
    }
    return at;
  }

  // Lines that go, and one of two blank lines that would come together.
  cut(start, end) {
    const blankAbove = start === 0 || this.text.slice(lineStart(this.text, start - 1), start).trim() === "";
    const next = lineEnd(this.text, end);
    const blankBelow = end >= this.text.length || this.text.slice(end, next).trim() === "";
    return { start, end: blankAbove && blankBelow ? next : end, text: "" };
  }

  // The edit that takes a key out of a record.
  without(map, pair) {
    const start = pair.key.range[0];
    const begin = lineStart(this.text, start);
    const end = this.end(isBlank(pair.value) ? pair.key : pair.value);
    if (!this.text.slice(begin, start).trim()) return map.items.length > 1 ? [this.cut(begin, end)] : null;
    const next = map.items[map.items.indexOf(pair) + 1]; // behind a dash: what follows moves up
    return next && !this.text.slice(end, next.key.range[0]).trim() ? [{ start, end: next.key.range[0], text: "" }] : null;
  }

  // The edit that adds a key: below the nearest of the fields `before` it in the order of the format, or at the top.
  added(map, before, field, value) {
    if (!map.items.length) return null;
    const keys = before.map(({ key }) => key).reverse();
    const above = keys.map((key) => pairOf(map, key)).find(Boolean);
    const first = map.items[0].key.range[0];
    const indent = first - lineStart(this.text, first);
    const typed = typedPair(field, value, indent);
    if (!above) return { start: first, end: first, text: `${typed.trimStart()}${" ".repeat(indent)}` };
    const place = this.end(isBlank(above.value) ? above.key : above.value);
    const large = indent === 0 && isLarge(typed);
    const below = this.text.slice(place, lineEnd(this.text, place)).trim() !== "";
    return { start: place, end: place, text: large ? `\n${typed}${below ? "\n" : ""}` : typed };
  }

  // The edit that writes a key and its value anew.
  rewritten(map, pair, field, value) {
    const start = pair.key.range[0];
    const first = map.items[0].key.range[0];
    const indent = first - lineStart(this.text, first);
    const typed = typedPair(field, value, indent);
    return { start, end: this.end(isBlank(pair.value) ? pair.key : pair.value), text: typed.slice(indent) };
  }
}

// For each item of `now` the place of the one in `was` that it comes from, or -1: by its id, or else by being equal, or by
// standing between the same two.
function matched(was, now, key) {
  const marks = (list) => list.map((it) => (key ? key(it) : JSON.stringify(it)));
  const [old, fresh] = [marks(was), marks(now)];
  const free = new Set(old.keys());
  const from = fresh.map(() => -1);
  const common = longestCommon(old, fresh);
  for (const [at, index] of common) {
    from[index] = at;
    free.delete(at);
  }
  fresh.forEach((mark, index) => {
    const at = [...free].find((one) => old[one] === mark);
    if (from[index] < 0 && at !== undefined) {
      from[index] = at;
      free.delete(at);
    }
  });
  for (let index = 0; index < from.length; index += 1) {
    if (from[index] >= 0) continue;
    const at = index ? from[index - 1] + 1 : 0;
    const next = from.slice(index + 1).find((one) => one >= 0) ?? was.length;
    if ((index === 0 || from[index - 1] >= 0) && free.has(at) && at < next) {
      from[index] = at;
      free.delete(at);
    }
  }
  return from;
}

function longestCommon(one, other) {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      table[i][j] = one[i] === other[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  const found = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) found.push([i++, j++]);
    else if (table[i + 1][j] >= table[i][j + 1]) i += 1;
    else j += 1;
  }
  return found;
}
