import { h } from "../lib/dom.js"

/** The score before and now, and each requirement with what shows it. */
export default function matchCard(match) {
  return h("details", { className: "card", open: true },
    h("summary", {}, `Match: ${Math.round(match.score.before)} → ${Math.round(match.score.after)} of 100`),
    h("ul", {}, match.requirements.map(row => h("li", {},
      h("span", { className: "badge", dataset: { label: row.label } }, row.label), " ", row.text,
      row.note ? h("span", { className: "soft" }, ` · ${row.note}`) : null))))
}
