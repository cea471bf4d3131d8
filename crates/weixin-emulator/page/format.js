// Formats times, durations and sizes. All times are in milliseconds.

import { lang, t } from "./i18n.js";

const two = (n) => String(n).padStart(2, "0");

/** `14:03`, for the phone. */
export function clockTime(ms) {
  const d = new Date(ms);
  return `${two(d.getHours())}:${two(d.getMinutes())}`;
}

/** `14:03:27.081`, for the inspector. */
export function preciseTime(ms) {
  const d = new Date(ms);
  return `${clockTime(ms)}:${two(d.getSeconds())}.${String(d.getMilliseconds()).padStart(3, "0")}`;
}

/** For the chat: only the time if it is today, otherwise with the date. */
export function chatTime(ms, now) {
  const day = (x) => new Date(x).toDateString();
  if (day(ms) === day(now)) return clockTime(ms);
  if (day(ms) === day(now - 86_400_000)) return `${t("yesterday")} ${clockTime(ms)}`;
  const date = new Intl.DateTimeFormat(lang() === "zh" ? "zh-CN" : "en", { month: "short", day: "numeric" }).format(ms);
  return `${date} ${clockTime(ms)}`;
}

/** Date and time, for the virtual clock. */
export function fullTime(ms) {
  const date = new Intl.DateTimeFormat(lang() === "zh" ? "zh-CN" : "en", {
    year: "numeric",
    month: "short",
    day: "numeric",
  }).format(ms);
  return `${date} ${clockTime(ms)}:${two(new Date(ms).getSeconds())}`;
}

/** `38 ms`, `1.24 s`. */
export function duration(ms) {
  if (ms === null || ms === undefined) return "–";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 10_000 ? `${(ms / 1000).toFixed(2).replace(/0$/, "")} s` : `${(ms / 1000).toFixed(1)} s`;
}

/** `1.24 s`, `3 min 5 s`, `47 h 58 min`. */
export function span(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return duration(ms);
  if (minutes < 60) return `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `812 B`, `14.2 KB`. */
export function bytes(n) {
  if (!Number.isFinite(n)) return "";
  if (n < 1024) return `${n} B`;
  return n < 1024 * 1024 ? `${(n / 1024).toFixed(1)} KB` : `${(n / 1024 / 1024).toFixed(1)} MB`;
}

/** The UTF-8 length of a text. */
export function byteLength(text) {
  return new TextEncoder().encode(text).length;
}
