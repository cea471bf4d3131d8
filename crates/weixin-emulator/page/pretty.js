// Formats and highlights XML and JSON for reading. XML text nodes keep every character, and text
// that cannot be parsed is shown unchanged.

import { fragment, h } from "./dom.js";

/** A fragment for `text`: formatted if `pretty`, highlighted if it can be parsed. */
export function highlighted(text, pretty) {
  const first = text.trimStart()[0];
  if (first === "<") {
    const tokens = xmlTokens(text);
    const nodes = pretty && tokens ? layOut(tokens) : null;
    return fragment(...(nodes ?? (tokens ? tokens.map(xmlToken) : [text])));
  }
  if (first === "{" || first === "[") {
    const laidOut = pretty ? layOutJson(text) : null;
    return fragment(...jsonTokens(laidOut ?? text));
  }
  return fragment(text);
}

/** Whether the text can be formatted. */
export const canPretty = (text) => /^\s*[<{[]/.test(text ?? "");

const XML = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s<>/]+)([^<>]*?)(\/?)>|([^<]+)/g;

// Null if some part is not supported XML.
function xmlTokens(text) {
  const tokens = [];
  let end = 0;
  for (const m of text.matchAll(XML)) {
    if (m.index !== end) return null;
    end = m.index + m[0].length;
    if (m[1] !== undefined) tokens.push({ kind: "cdata", text: m[1], raw: m[0] });
    else if (m[3] !== undefined) tokens.push({ kind: m[2] ? "close" : m[5] ? "empty" : "open", name: m[3], raw: m[0] });
    else tokens.push({ kind: m[6] !== undefined ? "text" : "other", text: m[6], raw: m[0] });
  }
  return end === text.length ? tokens : null;
}

function xmlToken(token) {
  if (token.kind === "cdata")
    return fragment(
      h("i", { class: "x-dim" }, "<![CDATA["),
      h("b", { class: "x-text" }, token.text),
      h("i", { class: "x-dim" }, "]]>"),
    );
  if (token.kind === "text") return h("b", { class: "x-text" }, token.text);
  if (token.kind === "other") return h("i", { class: "x-dim" }, token.raw);
  return h("i", { class: "x-tag" }, token.raw);
}

// One line per element; an element with only text stays on one line.
function layOut(tokens) {
  const out = [];
  let depth = 0;
  const line = () => {
    if (out.length) out.push("\n");
    out.push("  ".repeat(depth));
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token.kind === "text" && !token.text.trim()) continue;
    if (token.kind === "close") depth -= 1;
    if (depth < 0) return null;
    line();
    out.push(xmlToken(token));
    if (token.kind !== "open") continue;
    const leaf = leafEnd(tokens, i);
    if (leaf) {
      for (const inner of tokens.slice(i + 1, leaf + 1)) out.push(xmlToken(inner));
      i = leaf;
    } else {
      depth += 1;
    }
  }
  return depth === 0 ? out : null;
}

// The end of the element that starts at `start`, if it only contains text.
function leafEnd(tokens, start) {
  let at = start + 1;
  while (at < tokens.length && (tokens[at].kind === "text" || tokens[at].kind === "cdata")) at += 1;
  return tokens[at]?.kind === "close" && tokens[at].name === tokens[start].name ? at : null;
}

const JSON_TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

// Works on the text instead of parsed numbers, so that 64-bit ids keep every digit.
function layOutJson(text) {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  let out = "";
  let depth = 0;
  const newline = () => `\n${"  ".repeat(depth)}`;
  for (const [part] of text.matchAll(/"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    if (part === "{" || part === "[") {
      depth += 1;
      out += part + newline();
    } else if (part === "}" || part === "]") {
      depth -= 1;
      out += newline() + part;
    } else if (part === ",") out += part + newline();
    else if (part === ":") out += ": ";
    else out += /^[{[]/.test(part) ? part.replace(/\s+/g, "") : part;
  }
  return out;
}

function jsonTokens(text) {
  const out = [];
  let end = 0;
  for (const m of text.matchAll(JSON_TOKEN)) {
    if (m.index > end) out.push(text.slice(end, m.index));
    end = m.index + m[0].length;
    if (m[2] !== undefined) out.push(h("i", { class: "x-tag" }, m[1]), m[2]);
    else out.push(h("b", { class: m[1] ? "x-text" : "x-number" }, m[0]));
  }
  out.push(text.slice(end));
  return out;
}
